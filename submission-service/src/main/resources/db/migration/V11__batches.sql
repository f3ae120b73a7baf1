-- A unit reports to the bureau once a programme.
create table batches (
    id              uuid        primary key,
    programme_id    uuid        not null references programmes,
    unit_id         uuid        not null references organisations,
    state           text        not null,
    version         bigint      not null default 1,
    recommended     integer     not null check (recommended >= 0),
    not_recommended integer     not null check (not_recommended >= 0),
    reasons         jsonb       not null,
    submitted_at    timestamptz not null,
    received_at     timestamptz,
    unique (programme_id, unit_id),
    constraint each_state_has_its_columns check (
        case state
            when 'SUBMITTED' then received_at is null
            when 'RECEIVED'  then received_at is not null
            else false
        end)
);

alter table batches enable row level security;
create policy reached on batches using (reaches_all() or unit_id = any (reached()));
