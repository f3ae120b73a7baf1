create table organisations (
    id        uuid   primary key,
    code      text   not null unique,
    name      text   not null check (char_length(name) between 1 and 60),
    kind      text   not null check (kind in ('BUREAU', 'STREET_CENTER', 'DIRECT_UNIT', 'SCHOOL')),
    phase     text   check (phase in ('KINDERGARTEN', 'PRIMARY', 'JUNIOR', 'NINE_YEAR', 'SENIOR')),
    parent_id uuid   references organisations,
    unit_id   uuid   references organisations,
    version   bigint not null default 1,

    constraint only_the_bureau_is_above_all check ((kind = 'BUREAU') = (parent_id is null)),
    -- R27: a school cannot bypass its gate
    constraint every_school_has_its_gate check (
        case kind when 'SCHOOL' then unit_id is not null and unit_id <> id
                  when 'DIRECT_UNIT' then unit_id = id
                  else unit_id is null end)
);
create index organisations_unit on organisations (unit_id, code);

-- Who they are; their names leave this service never.
create table people (
    username   text        primary key check (username = lower(username)),
    name       text        not null check (char_length(name) between 1 and 40),
    -- Keycloak's id, known once the account is there
    subject    uuid        unique,
    -- READY: Keycloak knows the person with the roles of all their seats
    account    text        not null default 'PENDING' check (account in ('PENDING', 'READY', 'FAILED')),
    attempts   integer     not null default 0,
    next_try   timestamptz not null default now(),
    fault      text,

    constraint ready_means_known check (account <> 'READY' or subject is not null),
    constraint failed_says_why check ((account = 'FAILED') = (fault is not null))
);
create index people_waiting on people (next_try) where account <> 'READY';

create table seats (
    username        text not null references people,
    organisation_id uuid not null references organisations,
    role            text not null check (role in ('school-secretary', 'info-officer', 'street-reviewer',
        'direct-unit-reviewer', 'peer-reviewer')),
    announced       boolean not null default false,
    primary key (username, organisation_id, role)
);
create index seats_organisation on seats (organisation_id);
