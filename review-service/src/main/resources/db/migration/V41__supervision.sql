-- When a school is visited, whoever comes: one day in a season of a programme (research.md G10,
-- 教师厅〔2025〕2号). Visits of both kinds meet on that day, a second day is refused.
create table school_visit_days (
    programme_id uuid not null,
    school_id    uuid not null,
    season       text not null,
    visit_on     date not null,
    primary key (programme_id, school_id, season),
    unique (programme_id, school_id, season, visit_on),
    constraint a_season_is_a_quarter check (
        season = extract(year from visit_on)::int || 'Q' || extract(quarter from visit_on)::int)
);
create table school_visits (
    visit_id     uuid primary key,
    kind         text not null check (kind in ('SUPERVISION', 'ACCEPTANCE')),
    programme_id uuid not null,
    school_id    uuid not null,
    unit_id      uuid not null,
    season       text not null,
    visit_on     date not null,
    foreign key (programme_id, school_id, season, visit_on)
        references school_visit_days (programme_id, school_id, season, visit_on),
    -- a programme does not come twice for the same on the same day
    unique (programme_id, school_id, visit_on, kind)
);
create index school_visits_by_day on school_visits (visit_on);
alter table school_visits enable row level security;
create policy reached on school_visits
    using (reaches_all() or school_id = any (reached()) or unit_id = any (reached()));

-- The yearly list of what may be supervised at all (年度督查检查考核清单).
create table supervision_list_items (
    id       uuid    primary key,
    year     integer not null check (year between 2018 and 2100),
    number   text    not null check (number <> ''),
    title    text    not null check (title <> ''),
    document text    not null check (document <> ''),
    unique (year, number)
);
revoke update, delete on supervision_list_items from ${app};

-- How long before a visit it is announced; no row: 30 days (invariant 22).
create table supervision_rules (
    programme_id uuid    primary key,
    notice_days  integer not null check (notice_days between 0 and 365),
    reason       text    not null check (reason <> ''),
    version      bigint  not null default 1
);

create table supervision_visits (
    id           uuid        primary key,
    programme_id uuid        not null,
    school_id    uuid        not null,
    unit_id      uuid        not null,
    list_item_id uuid        not null references supervision_list_items,
    visit_on     date        not null,
    announced_on date        not null check (announced_on <= visit_on),
    visitors     uuid[]      not null check (cardinality(visitors) > 0),
    state        text        not null,
    version      bigint      not null default 1,
    methods      text[]      check (methods <@ array['SITE', 'FILES', 'REPORT', 'TALKS'] and cardinality(methods) > 0),
    met          integer     check (met >= 0),
    note         text,
    strengths    text,
    problems     text,
    reported_by  uuid,
    reported_at  timestamptz,
    reason       text,
    constraint each_state_has_its_columns check (
        state in ('ANNOUNCED', 'HELD', 'REPORTED', 'CALLED_OFF')
        and num_nonnulls(methods, met, note) = case when state in ('HELD', 'REPORTED') then 3 else 0 end
        and num_nonnulls(strengths, problems, reported_by, reported_at) = case when state = 'REPORTED' then 4 else 0 end
        and (reason is not null) = (state = 'CALLED_OFF'))
);
create index supervision_of_school on supervision_visits (school_id, programme_id);
create index supervision_of_programme on supervision_visits (programme_id, id desc);

-- What the school is advised (指导意见, R36), and its reply.
create table guidance (
    id         uuid primary key,
    visit_id   uuid not null references supervision_visits,
    school_id  uuid not null,
    unit_id    uuid not null,
    text       text not null check (text <> ''),
    reply_by   date not null,
    reply      text,
    replied_by uuid,
    replied_on date,
    check (num_nonnulls(reply, replied_by, replied_on) in (0, 3))
);
create index guidance_of_visit on guidance (visit_id);
create index guidance_waiting on guidance (reply_by) where replied_on is null;

-- The school sees its light at once, the bureau 72 hours later; it enters no score
-- (research.md §8-13). The database itself keeps the bureau from looking earlier.
create table supervision_lights (
    visit_id    uuid        primary key references supervision_visits,
    school_id   uuid        not null,
    colour      text        not null check (colour in ('GREEN', 'YELLOW', 'RED')),
    why         text        not null check (why <> ''),
    given_at    timestamptz not null,
    opens_at    timestamptz not null check (opens_at >= given_at + interval '72 hours'),
    school_word text
);
revoke delete on supervision_lights from ${app};

alter table supervision_visits enable row level security;
alter table guidance enable row level security;
alter table supervision_lights enable row level security;
create policy reached on supervision_visits
    using (reaches_all() or school_id = any (reached()) or unit_id = any (reached()));
create policy reached on guidance
    using (reaches_all() or school_id = any (reached()) or unit_id = any (reached()));
create policy the_school_first on supervision_lights for select
    using (school_id = any (reached()) or (reaches_all() and opens_at <= now()));
create policy given on supervision_lights for insert with check (reaches_all());
create policy answered on supervision_lights for update using (school_id = any (reached()));

create function supervision_exists(visit uuid) returns boolean
    language sql stable security definer set search_path = public
    as $$ select exists (select from supervision_visits where id = visit) $$;
create function guidance_exists(piece uuid) returns boolean
    language sql stable security definer set search_path = public
    as $$ select exists (select from guidance where id = piece) $$;
