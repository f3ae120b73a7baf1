-- Who read what of a school (谁看过我的材料): one row a reader, a thing and a day.
create table readings (
    id              uuid        primary key default uuidv7(),
    school_id       uuid        not null references organisations,
    thing           text        not null check (thing in ('APPLICATION', 'ATTACHMENT')),
    thing_id        uuid        not null,
    title           text        not null,
    subject         uuid        not null,
    role            text        not null,
    organisation_id uuid        references organisations,
    read_on         date        not null,
    times           integer     not null default 1 check (times > 0),
    last_at         timestamptz not null,
    unique (thing, thing_id, subject, read_on)
);
create index readings_of_school on readings (school_id, id desc);
revoke delete, truncate on readings from ${app};
alter table readings enable row level security;
create policy reached on readings using (reaches_all() or school_id = any (reached()));
