-- Acceptance on site: one visit to each school of a programme (research.md G11).
create table inspections (
    id                uuid   primary key,
    programme_id      uuid   not null,
    school_id         uuid   not null,
    visit_on          date   not null,
    state             text   not null check (state in ('SCHEDULED', 'ON_SITE', 'SIGNED', 'LOCKED')),
    version           bigint not null default 1,
    summary           text,
    school_signatory  text,
    signed_by         uuid,
    signed_at         timestamptz,
    locked_at         timestamptz,
    unique (programme_id, school_id),
    constraint each_state_has_its_columns check (
        num_nonnulls(summary, school_signatory, signed_by, signed_at)
            = case when state in ('SIGNED', 'LOCKED') then 4 else 0 end
        and (state = 'LOCKED') = (locked_at is not null))
);

-- Who may inspect. Not under row security: it is what says how far an inspector's eyes reach.
create table inspectors (
    inspection_id uuid not null references inspections,
    school_id     uuid not null,
    subject       uuid not null,
    primary key (inspection_id, subject)
);
create index inspections_of_inspector on inspectors (subject);
revoke update, delete on inspectors from ${app};

create table inspection_methods (
    inspection_id uuid    not null references inspections,
    school_id     uuid    not null,
    method        text    not null check (method in
                      ('DOCUMENT_REVIEW', 'SITE_VISIT', 'INTERVIEW', 'MASS_SURVEY')),
    note          text    not null check (note <> ''),
    count         integer not null check (count > 0),
    primary key (inspection_id, method)
);

-- No row: not scored, which is not the same as zero. What it is about: the school or an application.
create table inspection_points (
    inspection_id uuid    not null references inspections,
    school_id     uuid    not null,
    about         uuid    not null,
    rubric_id     uuid    not null,
    criterion     text    not null,
    max_points    integer not null,
    points        integer not null check (points between 0 and max_points and points % 500 = 0),
    primary key (inspection_id, about, criterion),
    foreign key (rubric_id, criterion, max_points) references criteria (rubric_id, code, max_points)
);

alter table inspections enable row level security;
alter table inspection_methods enable row level security;
alter table inspection_points enable row level security;
create policy reached on inspections using (reaches_all() or school_id = any (reached()));
create policy reached on inspection_methods using (reaches_all() or school_id = any (reached()));
create policy reached on inspection_points using (reaches_all() or school_id = any (reached()));

create function inspection_exists(inspection uuid) returns boolean
    language sql stable security definer set search_path = public
    as $$ select exists (select from inspections where id = inspection) $$;

-- What both sides signed stays as it is; signed and not yet locked, only the lock can follow.
create function refuse_change_of_signed_inspection() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then raise exception 'an inspection cannot be deleted'; end if;
    if old.state = 'LOCKED' or (old.state = 'SIGNED' and new.state <> 'LOCKED') then
        raise exception 'a signed inspection cannot be changed';
    end if;
    return new;
end $$;
create trigger signed_stays before update or delete on inspections
    for each row execute function refuse_change_of_signed_inspection();

create function refuse_change_of_signed_records() returns trigger language plpgsql as $$
declare inspection uuid := case tg_op when 'DELETE' then old.inspection_id else new.inspection_id end;
begin
    if exists (select from inspections where id = inspection and state in ('SIGNED', 'LOCKED')) then
        raise exception 'the records of a signed inspection cannot be changed';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger signed_stays before insert or update or delete on inspection_methods
    for each row execute function refuse_change_of_signed_records();
create trigger signed_stays before insert or update or delete on inspection_points
    for each row execute function refuse_change_of_signed_records();
