-- The one round of a programme; each state adds its facts to those before (Round).
create table rounds (
    id             uuid    primary key,
    -- exactly one round per programme (R46, invariant 5)
    programme_id   uuid    not null unique,
    k              integer not null check (k between 5 and 20),
    state          text    not null check (state in
                       ('PREPARED', 'COMMITTED', 'DRAWN', 'RELEASED', 'CLOSED')),
    version        bigint  not null default 1,
    list           text,
    commitment     text check (commitment ~ '^[0-9a-f]{64}$'),
    seed           text,
    witness_one    text,
    witness_two    text check (witness_one <> witness_two),
    sheet_hash     text check (sheet_hash ~ '^[0-9a-f]{64}$'),
    constraint each_state_has_its_columns check (
        case state when 'PREPARED'
                   then num_nonnulls(list, commitment, seed, witness_one, witness_two, sheet_hash) = 0
                   when 'COMMITTED'
                   then num_nonnulls(list, commitment) = 2
                        and num_nonnulls(seed, witness_one, witness_two, sheet_hash) = 0
                   else num_nonnulls(list, commitment, seed, witness_one, witness_two, sheet_hash) = 6
        end)
);

-- What was drawn. Nobody but the bureau may see who judges whom.
create table round_pairs (
    round_id            uuid not null references rounds,
    reviewing_school_id uuid not null,
    judged_school_id    uuid not null,
    primary key (round_id, reviewing_school_id, judged_school_id),
    check (reviewing_school_id <> judged_school_id)
);
-- no two schools judge each other (invariant 3)
create unique index never_mutual on round_pairs
    (round_id, least(reviewing_school_id, judged_school_id), greatest(reviewing_school_id, judged_school_id));
alter table round_pairs enable row level security;
create policy the_bureau_alone on round_pairs using (reaches_all());
revoke update, delete on round_pairs from ${app};

-- One sheet for each pair, filled by the reviewing school alone.
create table score_sheets (
    id                  uuid   primary key,
    round_id            uuid   not null references rounds,
    programme_id        uuid   not null,
    reviewing_school_id uuid   not null,
    judged_school_id    uuid   not null,
    state               text   not null check (state in ('OPEN', 'LOCKED')),
    version             bigint not null default 1,
    comment             text   not null default '',
    locked_at           timestamptz,
    unique (round_id, reviewing_school_id, judged_school_id),
    constraint each_state_has_its_columns check ((state = 'LOCKED') = (locked_at is not null))
);
create index sheets_of_school on score_sheets (reviewing_school_id, programme_id);

create table score_comments (
    sheet_id            uuid not null references score_sheets,
    reviewing_school_id uuid not null,
    application_id      uuid not null,
    comment             text not null,
    primary key (sheet_id, application_id)
);

-- No row: not scored, which is not the same as zero.
create table score_points (
    sheet_id            uuid    not null references score_sheets,
    reviewing_school_id uuid    not null,
    application_id      uuid    not null,
    rubric_id           uuid    not null,
    criterion           text    not null,
    max_points          integer not null,
    points              integer not null check (points between 0 and max_points and points % 500 = 0),
    primary key (sheet_id, application_id, criterion),
    foreign key (rubric_id, criterion, max_points) references criteria (rubric_id, code, max_points)
);

-- A school sees the sheets it fills, never those about it.
alter table score_sheets enable row level security;
alter table score_comments enable row level security;
alter table score_points enable row level security;
create policy own on score_sheets using (reaches_all() or reviewing_school_id = any (reached()));
create policy own on score_comments using (reaches_all() or reviewing_school_id = any (reached()));
create policy own on score_points using (reaches_all() or reviewing_school_id = any (reached()));

-- “Not yours” and “no such sheet” are two answers; row security alone would make them one.
create function score_sheet_exists(sheet uuid) returns boolean
    language sql stable security definer set search_path = public
    as $$ select exists (select from score_sheets where id = sheet) $$;

-- Locked scores stay as they are (invariant 4), whatever a program might try.
create function refuse_change_of_locked_sheet() returns trigger language plpgsql as $$
begin
    if old.state = 'LOCKED' then raise exception 'a locked score sheet cannot be changed'; end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger locked_stays before update or delete on score_sheets
    for each row execute function refuse_change_of_locked_sheet();

create function refuse_change_of_locked_scores() returns trigger language plpgsql as $$
declare sheet uuid := case tg_op when 'DELETE' then old.sheet_id else new.sheet_id end;
begin
    if exists (select from score_sheets where id = sheet and state = 'LOCKED') then
        raise exception 'the scores of a locked sheet cannot be changed';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger locked_stays before insert or update or delete on score_points
    for each row execute function refuse_change_of_locked_scores();
create trigger locked_stays before insert or update or delete on score_comments
    for each row execute function refuse_change_of_locked_scores();
