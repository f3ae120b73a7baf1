-- What was heard waits here, in no order that matters, until the sequencer seals it.
create table ledger_arrivals (
    id           bigint      generated always as identity primary key,
    event_id     uuid        not null unique,
    topic        text        not null,
    type         text        not null,
    programme_id uuid,
    at           timestamptz not null,
    content      text        not null
);

-- Each entry says how it is sealed, so that a ledger may change its digest and go on.
alter table ledger_entries add column digest text not null default 'SHA-256'
    check (digest in ('SHA-256', 'SM3'));
alter table ledger_entries alter column digest drop default;

-- Where the ledger ended at some moment, signed. The text is what lies outside the database too.
create table ledger_checkpoints (
    number       bigint      primary key check (number > 0),
    sequence     bigint      not null,
    hash         text        not null,
    at           timestamptz not null,
    reason       text        not null check (reason in ('MINUTE', 'STAGE')),
    programme_id uuid,
    stage        text,
    text         text        not null,
    stored       boolean     not null default false,
    constraint a_stage_is_of_a_programme check ((reason = 'STAGE') = (num_nonnulls(programme_id, stage) = 2))
);
create unique index one_checkpoint_a_stage on ledger_checkpoints (programme_id, stage) where reason = 'STAGE';
create index not_outside_yet on ledger_checkpoints (number) where not stored;
revoke update, delete, truncate on ledger_checkpoints from ${app};
grant update (stored) on ledger_checkpoints to ${app};

-- When the stages of each programme close, as the ledger hears it.
create table ledger_stages (
    programme_id uuid   not null,
    stage        text   not null,
    closes_on    date   not null,
    version      bigint not null,
    primary key (programme_id, stage)
);
