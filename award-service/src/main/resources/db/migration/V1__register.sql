-- What the other services said, as far as deciding needs it. A row is replaced only by a newer version,
-- so that an event may come twice or late and change nothing.
create table programmes (
    id             uuid    primary key,
    version        bigint  not null,
    title          text    not null,
    year           int     not null,
    mode           text    not null check (mode in ('APPROVED', 'INTERNAL_ASSESSMENT', 'EXCHANGE', 'INNER_PARTY')),
    demonstration  boolean not null,
    mutual_review  int     not null,
    appraisal      int     not null,
    acceptance     int     not null,
    supervision    int     not null,
    constraint weights_share_the_whole check (
        mutual_review + appraisal + acceptance + supervision = 100
        and least(mutual_review, appraisal, acceptance, supervision) >= 0)
);

create table programme_categories (
    programme_id uuid not null references programmes on delete cascade,
    category     text not null,
    position     int  not null,
    name         text not null,
    quota        int  not null check (quota >= 0),
    primary key (programme_id, category)
);

create table programme_windows (
    programme_id uuid not null references programmes on delete cascade,
    stage        text not null,
    opens_on     date not null,
    closes_on    date not null,
    primary key (programme_id, stage)
);

-- A closing may be heard before the programme itself, so it has a table of its own.
create table closed_programmes (
    programme_id uuid primary key
);

create table organisations (
    id      uuid   primary key,
    version bigint not null,
    name    text   not null,
    unit_id uuid
);

-- Who sits where; a seat that was left stays as a row, so that a late “seated” cannot bring it back.
create table seats (
    organisation_id uuid    not null,
    subject         uuid    not null,
    role            text    not null,
    seated          boolean not null,
    version         bigint  not null,
    primary key (subject, organisation_id, role)
);

create table applications (
    id           uuid   primary key,
    version      bigint not null,
    programme_id uuid   not null,
    school_id    uuid   not null,
    unit_id      uuid   not null,
    category     text   not null,
    number       text   not null,
    title        text   not null,
    summary      text   not null
);
create index applications_of_programme on applications (programme_id, number);

create table withdrawn_applications (
    application_id uuid primary key
);

-- Points are thousandths of a point.
create table mutual_scores (
    application_id uuid   primary key,
    version        bigint not null,
    round_id       uuid   not null,
    points         bigint not null check (points >= 0)
);
create index mutual_scores_of_round on mutual_scores (round_id);

create table closed_rounds (
    round_id     uuid primary key,
    programme_id uuid not null unique,
    applications int  not null
);

create table inspections (
    id           uuid        primary key,
    version      bigint      not null,
    programme_id uuid        not null,
    school_id    uuid        not null,
    points       bigint      not null check (points >= 0),
    locked_at    timestamptz not null
);
create index inspections_of_school on inspections (programme_id, school_id, locked_at desc);

create table inspected_applications (
    inspection_id  uuid   not null references inspections on delete cascade,
    application_id uuid   not null,
    points         bigint not null check (points >= 0),
    primary key (inspection_id, application_id)
);
