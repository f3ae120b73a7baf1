-- A school that was merged lives on under its successor's people; its id and its history stay.
alter table organisations
    add column successor_id uuid references organisations,
    add constraint nobody_succeeds_themselves check (successor_id <> id);
create index organisations_succeeded on organisations (successor_id) where successor_id is not null;

-- What happened to an organisation. Rows are added, never changed.
create table organisation_changes (
    id              uuid        primary key,
    organisation_id uuid        not null references organisations,
    kind            text        not null check (kind in ('RENAMED', 'MOVED', 'MERGED')),
    before          text        not null,
    after           text        not null,
    reason          text        not null check (char_length(reason) between 1 and 300),
    changed_by      uuid        not null,
    changed_at      timestamptz not null
);
create index organisation_changes_of on organisation_changes (organisation_id, id);
revoke update, delete on organisation_changes from ${app};

-- CLOSED: holds no seat any more, and cannot sign in.
alter table people
    drop constraint people_account_check,
    add constraint people_account_check check (account in ('PENDING', 'READY', 'FAILED', 'CLOSED'));
drop index people_waiting;
create index people_waiting on people (next_try) where account in ('PENDING', 'FAILED');

-- Who gave the files to whom (R37).
create table hand_overs (
    id              uuid        primary key,
    organisation_id uuid        not null references organisations,
    predecessors    text[]      not null,
    successor       text        not null references people,
    note            text        not null check (char_length(note) between 1 and 300),
    handed_by       uuid        not null,
    handed_at       timestamptz not null
);
create index hand_overs_of on hand_overs (organisation_id, id);
revoke update, delete on hand_overs from ${app};

-- The Party's own tree beside the schools': a joint branch has several schools, a school may have
-- several branches (research.md §1.1).
create table party_organisations (
    id        uuid   primary key,
    code      text   not null unique,
    name      text   not null check (char_length(name) between 1 and 60),
    type      text   not null check (type in ('COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH', 'GROUP')),
    parent_id uuid   references party_organisations,
    secretary text   references people,
    version   bigint not null default 1,
    constraint a_group_has_its_branch check (type <> 'GROUP' or parent_id is not null),
    constraint nobody_is_above_themselves check (parent_id <> id)
);

create table party_organisation_schools (
    party_organisation_id uuid not null references party_organisations,
    organisation_id       uuid not null references organisations,
    primary key (party_organisation_id, organisation_id)
);
create index party_organisations_of_a_school on party_organisation_schools (organisation_id);
