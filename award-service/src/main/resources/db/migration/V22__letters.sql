-- What each applicant is told once decisions are released. A later decision writes another edition; the
-- earlier one stays as it was sent.
create table letters (
    application_id uuid        not null,
    edition        int         not null check (edition >= 1),
    selection_id   uuid        not null references selections,
    programme_id   uuid        not null,
    school_id      uuid        not null,
    unit_id        uuid        not null,
    number         text        not null,
    category_name  text        not null,
    title          text        not null,
    result         text        not null check (result in ('SELECTED', 'NOT_SELECTED', 'NOT_RANKED')),
    body           text        not null,
    sent_at        timestamptz not null,
    primary key (application_id, edition)
);
create index letters_of_programme on letters (programme_id, number);
create index letters_of_school on letters (school_id);
create index letters_of_unit on letters (unit_id);

-- The second fence: a school sees its own letters, a unit those of its schools.
alter table letters enable row level security;
create policy reached on letters
    using (reaches_all() or school_id = any (reached()) or unit_id = any (reached()))
    with check (reaches_all());
revoke update, delete on letters from ${app};
