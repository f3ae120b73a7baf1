-- The special ledger (专项台账, R50): what every service announced, each entry sealed by the hash of
-- the one before. The service adds and reads; not even it can change or delete.
create table ledger_entries (
    sequence      bigint      primary key check (sequence > 0),
    event_id      uuid        not null unique,
    topic         text        not null,
    type          text        not null,
    programme_id  uuid,
    at            timestamptz not null,
    content       text        not null,
    previous_hash text        not null check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash          text        not null unique check (hash ~ '^[0-9a-f]{64}$')
);
create index entries_of_programme on ledger_entries (programme_id, sequence);
revoke update, delete, truncate on ledger_entries from ${app};
