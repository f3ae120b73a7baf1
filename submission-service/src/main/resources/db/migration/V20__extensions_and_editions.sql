-- What a programme's approval covers; absent: the programme's year.
alter table programmes
    add column approval_from  date,
    add column approval_until date check (approval_until >= approval_from),
    -- how often it was issued: 1 with its publication, one more with each correction
    add column edition        integer check (edition > 0),
    add constraint the_approval_has_both_ends check ((approval_from is null) = (approval_until is null)),
    add constraint issued_has_an_edition check ((state = 'DRAFT') = (edition is null));

-- Which form and which rubric a category goes by, as NAME/EDITION.
alter table programme_categories
    add column form   text not null check (form ~ '^[A-Z_]+/[1-9][0-9]*$'),
    add column rubric text not null check (rubric ~ '^[A-Z_]+/[1-9][0-9]*$');

-- More time for one unit, and who allowed it. Rows are added, never changed; the latest day holds.
create table programme_extensions (
    programme_id uuid        not null references programmes,
    unit_id      uuid        not null references organisations,
    stage        text        not null check (stage in ('PLAN', 'CREATION', 'APPLICATION', 'MUTUAL_REVIEW',
        'APPRAISAL', 'ACCEPTANCE', 'SELECTION', 'NOTICE', 'COMMENDATION')),
    until        date        not null,
    reason       text        not null check (char_length(reason) between 2 and 300),
    approved_by  text        not null check (char_length(approved_by) between 2 and 60),
    granted_by   uuid        not null,
    granted_at   timestamptz not null,
    primary key (programme_id, unit_id, stage, until)
);
revoke update on programme_extensions from ${app};

-- The last day of a stage for a unit, its extension included.
create function closes_on(programme uuid, asked text, unit uuid) returns date stable
    return greatest(
        (select closes_on from programme_windows where programme_id = programme and stage = asked),
        (select max(until) from programme_extensions
         where programme_id = programme and unit_id = unit and stage = asked));

-- Every version of the terms as it was saved.
create table programme_versions (
    programme_id uuid        not null references programmes,
    version      bigint      not null,
    edition      integer,
    terms        jsonb       not null,
    reason       text,
    saved_by     uuid        not null,
    saved_at     timestamptz not null,
    primary key (programme_id, version)
);
revoke update on programme_versions from ${app};
