-- The bureau looks a second time at what a direct unit said of itself, and a late batch says so.
alter table batches
    add column submitted_by  uuid,
    add column late          boolean not null default false,
    add column checked_at    timestamptz,
    add column checked_by    uuid,
    add column check_opinion text,
    add column struck        jsonb,
    drop constraint each_state_has_its_columns,
    add constraint each_state_has_its_columns check (
        case state
            when 'SUBMITTED'      then num_nonnulls(received_at, checked_at, checked_by, check_opinion, struck) = 0
            when 'SECOND_CHECKED' then num_nonnulls(checked_at, checked_by, check_opinion, struck) = 4 and received_at is null
            when 'RECEIVED'       then received_at is not null and num_nonnulls(checked_at, checked_by, check_opinion, struck) in (0, 4)
            else false
        end);

-- The summary as it was reported (汇总表): what happens to an application later does not change it.
create table batch_lines (
    batch_id       uuid    not null references batches,
    application_id uuid    not null references applications,
    school_id      uuid    not null references organisations,
    unit_id        uuid    not null references organisations,
    category       text    not null,
    title          text    not null,
    origin         text    not null check (origin in ('RECOMMENDED', 'BUILT')),
    rank           integer,
    reason         text,
    primary key (batch_id, application_id),
    constraint recommended_at_a_rank_or_not_for_a_reason check (num_nonnulls(rank, reason) = 1)
);

alter table batch_lines enable row level security;
create policy reached on batch_lines using (reaches_all() or unit_id = any (reached()));
