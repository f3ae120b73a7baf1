-- One package for each programme; its items are kept as they come, so that an interrupted run goes on.
create table archives (
    id           uuid        primary key,
    programme_id uuid        not null unique,
    title        text        not null,
    planned      int         not null check (planned >= 0),
    started_at   timestamptz not null default now(),
    finished_at  timestamptz
);

create table archive_items (
    archive_id uuid   not null references archives,
    path       text   not null,
    title      text   not null,
    kind       text   not null,
    dated      date   not null,
    bytes      bytea  not null,
    sha256     text   not null,
    primary key (archive_id, path),
    constraint digest_is_of_the_bytes check (sha256 = encode(sha256(bytes), 'hex'))
);
alter table archive_items alter column bytes set storage external;
revoke update, delete on archive_items from ${app};
