-- The one round of a programme; each state adds its facts to those before (Round).
create table rounds (
    id              uuid    primary key,
    -- exactly one round per programme (R46, invariant 5)
    programme_id    uuid    not null unique,
    k               integer not null check (k between 5 and 20),
    state           text    not null check (state in
                        ('PREPARED', 'COMMITTED', 'DRAWN', 'INSPECTED', 'RELEASED', 'CLOSED')),
    version         bigint  not null default 1,
    -- a draw that was undone is kept, and the next one is another run
    run             integer not null default 1 check (run > 0),
    list            text,
    commitment      text check (commitment ~ '^[0-9a-f]{64}$'),
    seed            text,
    sheet_hash      text check (sheet_hash ~ '^[0-9a-f]{64}$'),
    inspected_by    uuid,
    inspection_note text,
    constraint each_state_has_its_columns check (
        case state when 'PREPARED'
                   then num_nonnulls(list, commitment, seed, sheet_hash, inspected_by, inspection_note) = 0
                   when 'COMMITTED'
                   then num_nonnulls(list, commitment) = 2
                        and num_nonnulls(seed, sheet_hash, inspected_by, inspection_note) = 0
                   when 'DRAWN'
                   then num_nonnulls(list, commitment, seed, sheet_hash) = 4
                        and num_nonnulls(inspected_by, inspection_note) = 0
                   else num_nonnulls(list, commitment, seed, sheet_hash, inspected_by, inspection_note) = 6
        end)
);

-- Two people enter the seed, each for themselves, and each throws dice the other does not see.
create table round_witnesses (
    round_id   uuid        not null references rounds,
    run        integer     not null,
    place      integer     not null check (place in (1, 2)),
    subject    uuid        not null,
    name       text        not null,
    role       text        not null check (role in ('discipline', 'party-group-member')),
    seed       text        not null check (seed <> ''),
    dice       text        not null check (dice ~ '^[1-6]+$'),
    entered_at timestamptz not null,
    primary key (round_id, run, place),
    unique (round_id, run, subject)
);
alter table round_witnesses enable row level security;
create policy the_bureau_alone on round_witnesses using (reaches_all());
revoke delete on round_witnesses from ${app};

-- What was drawn and then undone, before anything was scored.
create table undone_runs (
    round_id   uuid        not null references rounds,
    run        integer     not null,
    list       text        not null,
    commitment text        not null,
    seed       text        not null,
    sheet_hash text        not null,
    reason     text        not null check (reason <> ''),
    undone_by  uuid        not null,
    undone_at  timestamptz not null,
    primary key (round_id, run)
);
revoke update, delete on undone_runs from ${app};

-- What was drawn and how it was mended. Nobody but the bureau may see who judges whom.
create table round_pairs (
    round_id            uuid    not null references rounds,
    run                 integer not null,
    reviewing_school_id uuid    not null,
    judged_school_id    uuid    not null,
    -- the replacement that brought it, 0 for the draw
    added_in            integer not null default 0 check (added_in >= 0),
    -- the replacement that ended it
    gone_in             integer check (gone_in > added_in),
    primary key (round_id, run, reviewing_school_id, judged_school_id, added_in),
    check (reviewing_school_id <> judged_school_id)
);
-- no two schools judge each other, and none judges another twice (invariant 3)
create unique index never_mutual on round_pairs
    (round_id, run, least(reviewing_school_id, judged_school_id), greatest(reviewing_school_id, judged_school_id))
    where gone_in is null;
alter table round_pairs enable row level security;
create policy the_bureau_alone on round_pairs using (reaches_all());
revoke update, delete on round_pairs from ${app};
grant update (gone_in) on round_pairs to ${app};

-- The replacement desk's work, number by number.
create table replacements (
    round_id          uuid        not null references rounds,
    run               integer     not null,
    number            integer     not null check (number > 0),
    sheet             text        not null,
    sheet_hash        text        not null check (sheet_hash ~ '^[0-9a-f]{64}$'),
    withdrawn         uuid[]      not null,
    excused           uuid[]      not null,
    conflict_one      uuid[]      not null,
    conflict_other    uuid[]      not null,
    reason            text        not null check (reason <> ''),
    replaced_at       timestamptz not null,
    primary key (round_id, run, number)
);
alter table replacements enable row level security;
create policy the_bureau_alone on replacements using (reaches_all());
revoke update, delete on replacements from ${app};

-- Two sheets for each pair, filled by the reviewing school alone: one about what is seen on the
-- spot, one about texts that are read blind, whose school its readers are not told.
create table score_sheets (
    id                  uuid   primary key,
    round_id            uuid   not null references rounds,
    programme_id        uuid   not null,
    reviewing_school_id uuid   not null,
    judged_school_id    uuid   not null,
    kind                text   not null default 'SITE' check (kind in ('SITE', 'PAPER')),
    -- a third look at one application, where the judges differ widely
    application_id      uuid,
    state               text   not null check (state in ('OPEN', 'LOCKED')),
    version             bigint not null default 1,
    comment             text   not null default '',
    locked_at           timestamptz,
    unique nulls not distinct (round_id, reviewing_school_id, judged_school_id, kind, application_id),
    constraint each_state_has_its_columns check ((state = 'LOCKED') = (locked_at is not null))
);
create index sheets_of_school on score_sheets (reviewing_school_id, programme_id);

-- A blind sheet about a school without such texts asks nothing of anybody.
create view due_sheets with (security_invoker = true) as
    select s.* from score_sheets s
    where s.kind = 'SITE' or s.state = 'LOCKED' or s.application_id is not null
       or exists (select from applications_in_review a
                  where a.programme_id = s.programme_id and a.school_id = s.judged_school_id
                    and a.category in ('RED_GARDENER', 'RED_CLASSROOM'));

create table score_comments (
    sheet_id            uuid not null references score_sheets,
    reviewing_school_id uuid not null,
    application_id      uuid not null,
    comment             text not null,
    -- the rubric it was answered under, word for word
    rubric_hash         text not null references rubric_copies,
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

-- What is said under criteria that inform and do not count.
create table score_notes (
    sheet_id            uuid not null references score_sheets,
    reviewing_school_id uuid not null,
    application_id      uuid not null,
    criterion           text not null,
    note                text not null check (note <> ''),
    primary key (sheet_id, application_id, criterion)
);

-- Why somebody scored so far from the others; given after the lock, once.
create table score_reasons (
    sheet_id            uuid        not null references score_sheets,
    reviewing_school_id uuid        not null,
    application_id      uuid        not null,
    reason              text        not null check (reason <> ''),
    given_at            timestamptz not null,
    primary key (sheet_id, application_id)
);
revoke update, delete on score_reasons from ${app};

-- What the round says of each application once it is closed.
create table application_results (
    round_id        uuid    not null references rounds,
    application_id  uuid    not null,
    school_id       uuid    not null,
    unit_id         uuid    not null,
    category        text    not null,
    trimmed_mean    bigint  not null,
    calibrated_mean bigint  not null,
    plain_mean      bigint  not null,
    lowest          bigint  not null,
    highest         bigint  not null check (highest >= lowest),
    scores          integer not null check (scores > 0),
    primary key (round_id, application_id)
);
revoke update, delete on application_results from ${app};
alter table application_results enable row level security;
create policy own on application_results
    using (reaches_all() or school_id = any (reached()) or unit_id = any (reached()));

-- Each occasion is told of once.
create table told_occasions (
    notification_id uuid        primary key,
    template        text        not null,
    told_at         timestamptz not null
);
revoke update, delete on told_occasions from ${app};

-- A school sees the sheets it fills, never those about it.
alter table score_sheets enable row level security;
alter table score_comments enable row level security;
alter table score_points enable row level security;
alter table score_notes enable row level security;
alter table score_reasons enable row level security;
create policy own on score_notes using (reaches_all() or reviewing_school_id = any (reached()));
create policy own on score_reasons using (reaches_all() or reviewing_school_id = any (reached()));
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
create trigger locked_stays before insert or update or delete on score_notes
    for each row execute function refuse_change_of_locked_scores();
