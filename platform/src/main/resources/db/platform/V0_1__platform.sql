-- What every service keeps beside its own tables. Tables belong to the migrating owner;
-- the service itself signs in as ${app}, which owns nothing and cannot bypass row security.
alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
alter default privileges in schema public grant usage, select on sequences to ${app};

-- Announced in the transaction of the fact, sent after it. Empty when all is well.
create table outbox (
    id           bigint generated always as identity primary key,
    event_id     uuid        not null unique,
    topic        text        not null,
    key          text        not null,
    type         text        not null,
    payload      text        not null,
    traceparent  text,
    announced_at timestamptz not null default now()
);

-- An event is applied once by each reader, however often it is delivered.
create table inbox (
    reader      text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (reader, event_id)
);

-- A key whose event could not be applied waits here with everything after it, so that order holds.
create table parked_keys (
    reader    text        not null,
    topic     text        not null,
    key       text        not null,
    reason    text        not null,
    parked_at timestamptz not null default now(),
    primary key (reader, topic, key)
);

-- Who did what, written in the transaction of the deed. The service can add and read, never change.
create table audit (
    id           bigint generated always as identity primary key,
    at           timestamptz not null default now(),
    subject      uuid        not null,
    role         text        not null,
    action       text        not null,
    about        text        not null,
    about_id     text        not null,
    programme_id uuid,
    detail       text,
    trace_id     text
);
create index audit_about on audit (about, about_id, id);
revoke update, delete on audit from ${app};

-- Days that differ from the plain week.
create table calendar_days (
    day     date    primary key,
    workday boolean not null,
    name    text    not null check (char_length(name) between 1 and 30),
    version bigint  not null default 1
);

-- Row security's words, see the package reach: unset means nothing is seen.
create function reaches_all() returns boolean stable parallel safe
    return coalesce(current_setting('sihong.reach', true), '') = '*';
create function reached() returns uuid[] stable parallel safe
    return case when coalesce(current_setting('sihong.reach', true), '') in ('', '*') then '{}'::uuid[]
                else current_setting('sihong.reach', true)::uuid[] end;
