alter table programme_windows drop constraint programme_windows_stage_check;
alter table programme_windows add constraint programme_windows_stage_check
    check (stage in ('MUTUAL_REVIEW', 'APPRAISAL', 'ACCEPTANCE'));

-- One row for each electorate of each school (评议, R49).
create table appraisals (
    id              uuid    primary key,
    programme_id    uuid    not null,
    school_id       uuid    not null,
    electorate      text    not null check (electorate in ('PARTY_MEMBERS', 'STAFF', 'PARENTS')),
    opens_on        date    not null,
    closes_on       date    not null check (closes_on >= opens_on),
    state           text    not null,
    version         bigint  not null default 1,
    eligible        integer check (eligible between 1 and 20000),
    without_account integer check (without_account between 0 and eligible),
    issued          integer check (issued between 0 and eligible),
    returned        integer check (returned between 0 and issued),
    advisory        boolean,
    constraint each_state_has_its_columns check (
        case state
            when 'DRAFT'    then num_nonnulls(eligible, without_account) in (0, 2)
                                 and num_nonnulls(issued, returned, advisory) = 0
            when 'TRIAL'    then num_nonnulls(eligible, without_account) = 2 and num_nonnulls(issued, returned, advisory) = 0
            when 'OPEN'     then num_nonnulls(eligible, without_account) = 2 and num_nonnulls(issued, returned, advisory) = 0
            when 'COUNTED'  then num_nonnulls(eligible, without_account, issued, returned, advisory) = 5
            when 'REPEATED' then num_nonnulls(eligible, without_account, issued, returned) = 4 and advisory is null
            else false
        end)
);
-- One that is repeated makes room for the next.
create unique index one_appraisal_an_electorate on appraisals (programme_id, school_id, electorate)
    where state <> 'REPEATED';

-- What is put to them, in order, and from the count on what they said of it.
create table appraisal_subjects (
    appraisal_id   uuid     not null references appraisals,
    school_id      uuid     not null,
    position       smallint not null check (position >= 0),
    application_id uuid,
    name           text     not null,
    tally          integer[] check (cardinality(tally) = 7),
    primary key (appraisal_id, position),
    check ((position = 0) = (application_id is null))
);

-- Ballots on paper as two people read them, each for themselves; one text a sheet.
create table paper_counts (
    appraisal_id uuid   not null references appraisals,
    keyer        uuid   not null,
    sheets       text[] not null,
    primary key (appraisal_id, keyer)
);

alter table appraisals enable row level security;
alter table appraisal_subjects enable row level security;
alter table paper_counts enable row level security;
create policy reached on appraisals using (reaches_all() or school_id = any (reached()));
create policy reached on appraisal_subjects using (reaches_all() or school_id = any (reached()));
create policy the_bureau_alone on paper_counts using (reaches_all());

-- What was counted stays as it is.
create function refuse_change_of_counted_appraisal() returns trigger language plpgsql as $$
begin
    if old.state in ('COUNTED', 'REPEATED') then raise exception 'a counted appraisal cannot be changed'; end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger counted_stays before update or delete on appraisals
    for each row execute function refuse_change_of_counted_appraisal();
create function refuse_change_of_counted_subject() returns trigger language plpgsql as $$
begin
    if old.tally is not null then raise exception 'a counted subject cannot be changed'; end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger counted_stays before update or delete on appraisal_subjects
    for each row execute function refuse_change_of_counted_subject();
