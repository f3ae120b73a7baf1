-- What inspectors write down, perhaps far from any network (inspections.FieldRecord). Records are
-- added and read, nothing else: whatever order they come in, the same records say the same.
create table field_records (
    id            uuid        primary key,
    inspection_id uuid        not null,
    school_id     uuid        not null,
    author        uuid        not null,
    made_at       timestamptz not null,
    received_at   timestamptz not null default now(),
    replaces      uuid[]      not null,
    body          jsonb       not null,
    kind          text        not null generated always as (body ->> 'kind') stored check (kind in
                      ('METHOD', 'POINTS', 'EXCEPTION', 'ABSENCE', 'SCORES_LOCKED', 'SIGNATURE')),
    -- points stand in columns too, so that the rubric itself bounds them
    about         uuid,
    rubric_id     uuid,
    criterion     text,
    max_points    integer,
    points        integer     check (points between 0 and max_points and points % 500 = 0),
    -- nobody but those named for the visit
    foreign key (inspection_id, author) references inspectors (inspection_id, subject),
    foreign key (rubric_id, criterion, max_points) references criteria (rubric_id, code, max_points),
    constraint points_have_their_rubric check (
        num_nonnulls(about, rubric_id, criterion, max_points) = case when body ->> 'kind' = 'POINTS' then 4 else 0 end)
);
create index field_records_of_inspection on field_records (inspection_id, id);
revoke update, delete, truncate on field_records from ${app};
alter table field_records enable row level security;
create policy reached on field_records using (reaches_all() or school_id = any (reached()));

-- They take the place of what was replaced as a whole.
drop table inspection_methods, inspection_points;
drop function refuse_change_of_signed_records();

alter table inspections
    add column signature_record uuid,
    add column team_id uuid,
    add column place integer check (place > 0),
    add constraint a_stop_has_a_team_and_a_place check ((team_id is null) = (place is null)),
    drop constraint each_state_has_its_columns,
    add constraint each_state_has_its_columns check (
        num_nonnulls(summary, school_signatory, signed_by, signed_at, signature_record)
            = case when state in ('SIGNED', 'LOCKED') then 5 else 0 end
        and (state = 'LOCKED') = (locked_at is not null));

-- What was signed stands in records that nobody can change; a locked visit does not change at all.
create or replace function refuse_change_of_signed_inspection() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then raise exception 'an inspection cannot be deleted'; end if;
    if old.state = 'LOCKED' then raise exception 'a locked inspection cannot be changed'; end if;
    return new;
end $$;

-- Those who visit schools together (验收组), and their way through a day.
create table inspection_teams (
    id           uuid   primary key,
    programme_id uuid   not null,
    name         text   not null check (name <> ''),
    lead         uuid   not null,
    members      uuid[] not null check (cardinality(members) between 1 and 20),
    unique (programme_id, name),
    check (lead = any (members))
);
revoke update, delete on inspection_teams from ${app};
alter table inspections add foreign key (team_id) references inspection_teams;
create unique index one_school_a_place on inspections (team_id, visit_on, place);

-- What an inspector declares about a school (回避申报), and what discipline says to it.
create table inspector_declarations (
    id        uuid        primary key,
    subject   uuid        not null,
    school_id uuid        not null,
    kind      text        not null check (kind in ('WORKED_THERE', 'KIN', 'MENTOR', 'OTHER')),
    note      text        not null,
    at        timestamptz not null,
    waived_by uuid,
    waiver    text,
    check (num_nonnulls(waived_by, waiver) in (0, 2))
);
create index declarations_of_subject on inspector_declarations (subject, school_id);
revoke delete on inspector_declarations from ${app};

-- When somebody last left a seat somewhere; nobody inspects where they worked in the last three years.
create table former_seats (
    subject         uuid        not null,
    organisation_id uuid        not null,
    left_at         timestamptz not null,
    primary key (subject, organisation_id)
);
