-- Occasions of which somebody was asked to be told; a second time is none.
create table reminders (
    id           uuid        primary key,
    template     text        not null,
    about        uuid        not null,
    requested_at timestamptz not null default now()
);
revoke update, delete on reminders from ${app};

-- One row a finding, whatever its state (findings.Finding). The constraints say what the types say.
create table findings (
    id             uuid   primary key,
    programme_id   uuid   not null,
    school_id      uuid   not null,
    unit_id        uuid   not null,
    source         text   not null check (source in ('SUPERVISION', 'MUTUAL_REVIEW', 'APPRAISAL', 'INSPECTION')),
    source_id      uuid,
    finder         uuid   not null,
    finder_role    text   not null,
    finder_organisation_id uuid,
    state          text   not null,
    version        bigint not null,
    area           text   not null check (area in
                       ('PLAN', 'LEADERSHIP', 'WORK', 'PLACES', 'TEACHING', 'PUBLICITY', 'MECHANISM', 'SAFETY', 'OTHER')),
    time_class     text   not null check (time_class in ('AT_ONCE', 'DATED', 'LASTING')),
    problem        text   not null check (problem <> ''),
    advice         text   not null,
    before         uuid[] not null,
    from_on        date   not null,
    due_on         date   not null check (due_on > from_on),
    measures       text,
    leader         text,
    responsible    text,
    answer_before  uuid[],
    answer_after   uuid[],
    answered_by    uuid,
    answered_on    date,
    verified_by    uuid,
    verified_at    timestamptz,
    first_by       uuid,
    first_at       timestamptz,
    second_by      uuid,
    second_at      timestamptz,
    reason         text,
    constraint each_state_has_its_columns check (
        num_nonnulls(measures, leader, responsible, answer_before, answer_after, answered_by, answered_on)
            = case when state in ('OPEN', 'REOPENED') then 0 else 7 end
        and num_nonnulls(verified_by, verified_at) = case when state in ('VERIFIED', 'CLOSING', 'CLOSED') then 2 else 0 end
        and num_nonnulls(first_by, first_at) = case when state in ('CLOSING', 'CLOSED') then 2 else 0 end
        and num_nonnulls(second_by, second_at) = case when state = 'CLOSED' then 2 else 0 end
        and (reason is not null) = (state = 'REOPENED')
        and state in ('OPEN', 'ANSWERED', 'VERIFIED', 'CLOSING', 'CLOSED', 'REOPENED')),
    constraint two_people_close check (first_by <> second_by)
);
create index findings_of_school on findings (school_id, programme_id, id desc);
create index findings_of_programme on findings (programme_id, id desc);
create index findings_due on findings (due_on) where state in ('OPEN', 'REOPENED');

-- Every move, as it was made: nothing that was said is lost when a finding is opened again.
create table finding_steps (
    finding_id uuid        not null references findings,
    version    bigint      not null,
    at         timestamptz not null,
    by         uuid        not null,
    role       text        not null,
    move       text        not null check (move in
                   ('OPEN', 'ANSWER', 'VERIFY', 'CLOSE', 'REOPEN', 'HAND_OVER')),
    words      text        not null,
    due_on     date        not null,
    before     uuid[]      not null,
    after      uuid[]      not null,
    primary key (finding_id, version)
);
revoke update, delete on finding_steps from ${app};

alter table findings enable row level security;
alter table finding_steps enable row level security;
create policy reached on findings
    using (reaches_all() or school_id = any (reached()) or unit_id = any (reached())
           or finder_organisation_id = any (reached()));
create policy reached on finding_steps
    using (exists (select from findings f where f.id = finding_id));

-- “Not yours” and “no such finding” are two answers; row security alone would make them one.
create function finding_exists(finding uuid) returns boolean
    language sql stable security definer set search_path = public
    as $$ select exists (select from findings where id = finding) $$;

-- A sample of closed findings for a second look (回头看): the list is fixed before the seed is known.
create table follow_ups (
    id           uuid        primary key,
    programme_id uuid        not null,
    state        text        not null check (state in ('ANNOUNCED', 'DRAWN')),
    version      bigint      not null default 1,
    list         uuid[]      not null check (cardinality(list) > 0),
    size         integer     not null check (size between 1 and cardinality(list)),
    seed_source  text        not null check (seed_source <> ''),
    announced_at timestamptz not null,
    seed         text,
    sample       uuid[],
    drawn_at     timestamptz,
    constraint each_state_has_its_columns check (
        num_nonnulls(seed, sample, drawn_at) = case state when 'DRAWN' then 3 else 0 end
        and (sample is null or cardinality(sample) = size and sample <@ list))
);
create index follow_ups_of_programme on follow_ups (programme_id, id desc);

-- What the findings say of a school for the composite, from the day its acceptance was locked.
create table assessments (
    programme_id uuid    not null,
    school_id    uuid    not null,
    version      bigint  not null,
    late         integer not null check (late >= 0),
    overdue      integer not null check (overdue >= 0),
    score        bigint  not null check (score between 0 and 100000),
    primary key (programme_id, school_id)
);
alter table assessments enable row level security;
create policy reached on assessments using (reaches_all() or school_id = any (reached()));

-- The ranking is frozen: what comes later changes no score any more.
create table frozen_assessments (
    programme_id uuid primary key
);
revoke update, delete on frozen_assessments from ${app};
