-- A notice is written by one and published by another; a list that changed gets a further notice.
alter table notices
    add column author uuid,
    drop constraint notices_selection_id_key,
    drop constraint each_state_has_its_columns,
    add constraint each_state_has_its_columns check (
        case state when 'DRAFT' then author is not null and closed_at is null and shortened_because is null
                   when 'OPEN' then closed_at is null
                   when 'CLOSED' then closed_at is not null
                   else false end);
create unique index one_draft_at_a_time on notices (selection_id) where state = 'DRAFT';
create index notices_of_selection on notices (selection_id);

-- What a notice gives notice of, in the words of the day.
create table notice_lines (
    notice_id      uuid not null references notices,
    position       int  not null,
    application_id uuid not null,
    category       text not null,
    category_name  text not null,
    title          text not null,
    summary        text not null,
    school_id      uuid not null,
    school_name    text not null,
    unit_id        uuid not null,
    primary key (notice_id, position),
    unique (notice_id, application_id)
);
insert into notice_lines (notice_id, position, application_id, category, category_name, title, summary,
    school_id, school_name, unit_id)
select n.id, row_number() over (partition by n.id order by w.sequence) - 1, w.application_id, w.category,
    w.category_name, w.title, w.summary, w.school_id, w.school_name, w.unit_id
from notices n join winners w on w.selection_id = n.selection_id;

create table notice_templates (
    edition    int         primary key check (edition >= 2),
    body       text        not null,
    written_by uuid        not null,
    written_at timestamptz not null default now()
);
revoke update, delete on notice_templates from ${app};
