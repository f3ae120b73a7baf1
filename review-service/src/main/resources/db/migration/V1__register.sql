-- Read-only copies of what submission-service says, only the columns that reviewing needs.
-- Nothing refers to anything by foreign key: events of different topics arrive in any order.
create table programmes (
    id            uuid    primary key,
    title         text    not null,
    year          integer not null,
    version       bigint  not null
);

create table programme_windows (
    programme_id uuid not null references programmes,
    stage        text not null check (stage in ('MUTUAL_REVIEW', 'ACCEPTANCE')),
    opens_on     date not null,
    closes_on    date not null,
    primary key (programme_id, stage)
);

-- What is final is a row of its own, so that it may arrive before what it ends.
create table closed_programmes (
    programme_id uuid   primary key,
    version      bigint not null
);

create table organisations (
    id        uuid   primary key,
    name      text   not null,
    kind      text   not null,
    unit_id   uuid,
    parent_id uuid,
    version   bigint not null
);

create table seats (
    subject         uuid    not null,
    organisation_id uuid    not null,
    role            text    not null,
    held            boolean not null,
    version         bigint  not null,
    primary key (subject, organisation_id, role)
);

create table applications (
    id           uuid   primary key,
    programme_id uuid   not null,
    school_id    uuid   not null,
    category     text   not null,
    number       text   not null,
    title        text   not null,
    summary      text   not null,
    origin       text   not null,
    version      bigint not null
);
create index applications_of_school on applications (programme_id, school_id);

create table withdrawn_applications (
    application_id uuid   primary key,
    version        bigint not null
);

create view applications_in_review as
    select a.* from applications a
    where not exists (select from withdrawn_applications w
                      where w.application_id = a.id and w.version > a.version);
