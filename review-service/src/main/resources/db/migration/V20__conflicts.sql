-- When a seat was taken or left: three years later it is no conflict any more (research.md §4).
alter table seats add column told_at timestamptz not null default now();

-- What somebody said of themselves (回避申报). The note is for discipline alone.
create table conflict_declarations (
    id              uuid        primary key,
    programme_id    uuid        not null,
    school_id       uuid        not null,
    other_school_id uuid        not null,
    kind            text        not null check (kind in ('WORKED_THERE', 'KIN', 'MENTOR', 'OTHER')),
    note            text        not null,
    declared_by     uuid        not null,
    declared_at     timestamptz not null,
    check (school_id <> other_school_id)
);
create index declarations_of_programme on conflict_declarations (programme_id);
revoke update, delete on conflict_declarations from ${app};
alter table conflict_declarations enable row level security;
create policy own on conflict_declarations using (reaches_all() or school_id = any (reached()));

-- Discipline lets two schools meet all the same; what becomes known later counts again.
create table conflict_waivers (
    id           uuid        primary key,
    programme_id uuid        not null,
    one          uuid        not null,
    other        uuid        not null,
    reason       text        not null check (reason <> ''),
    waived_by    uuid        not null,
    waived_at    timestamptz not null,
    check (one < other)
);
create index waivers_of_programme on conflict_waivers (programme_id);
revoke update, delete on conflict_waivers from ${app};
alter table conflict_waivers enable row level security;
create policy the_bureau_alone on conflict_waivers using (reaches_all());
