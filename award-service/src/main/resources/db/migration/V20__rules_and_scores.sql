-- Each edition of a programme's rules. The one that stood when the first score was given decides, whatever
-- is published later (invariant 24), and in whatever order scores and editions are heard.
create table programme_editions (
    programme_id         uuid        not null,
    version              bigint      not null,
    published_at         timestamptz not null,
    mutual_review        int         not null,
    appraisal            int         not null,
    acceptance           int         not null,
    supervision          int         not null,
    minimum_acceptance   bigint,
    minimum_satisfaction bigint,
    tie_break            text[],
    per_school           int,
    heads_percent        int,
    kindergartens        int,
    outstanding_schools  int         not null check (outstanding_schools >= 0),
    outstanding_members  int         not null check (outstanding_members >= 0),
    primary key (programme_id, version),
    constraint weights_share_the_whole check (
        mutual_review + appraisal + acceptance + supervision = 100
        and least(mutual_review, appraisal, acceptance, supervision) >= 0),
    constraint minima_are_points check (
        minimum_acceptance between 0 and 100000 and minimum_satisfaction between 0 and 100000),
    constraint caps_can_be_kept check (
        per_school >= 1 and heads_percent between 0 and 100 and kindergartens >= 0)
);

create table edition_quotas (
    programme_id uuid   not null,
    version      bigint not null,
    position     int    not null,
    category     text   not null,
    places       int    not null check (places >= 0),
    primary key (programme_id, version, category),
    foreign key (programme_id, version) references programme_editions on delete cascade
);

create table first_scores (
    programme_id uuid        primary key,
    at           timestamptz not null
);

alter table organisations add column phase text;

-- Whether the nominee leads a school; unknown where nobody is nominated.
alter table applications add column head boolean;

-- A visit that was set and has no result yet keeps the acceptance open.
create table scheduled_inspections (
    id           uuid primary key,
    programme_id uuid not null,
    school_id    uuid not null
);

-- A ballot that is open; its counts may be heard before it.
create table appraisals (
    id           uuid   primary key,
    version      bigint not null,
    programme_id uuid   not null,
    closes_on    date   not null
);
create index appraisals_of_programme on appraisals (programme_id);

-- One ballot may say something of the school, and of each of its applications; the subject is either.
create table appraisal_counts (
    appraisal_id   uuid        not null,
    subject_id     uuid        not null,
    version        bigint      not null,
    programme_id   uuid        not null,
    electorate     text        not null,
    counted_at     timestamptz not null,
    satisfaction   bigint      check (satisfaction between 0 and 100000),
    advisory       boolean     not null,
    primary key (appraisal_id, subject_id)
);
create index appraisal_counts_that_score on appraisal_counts (programme_id, subject_id)
    where not advisory and satisfaction is not null;

create table supervision_scores (
    programme_id uuid   not null,
    school_id    uuid   not null,
    version      bigint not null,
    points       bigint not null check (points >= 0),
    primary key (programme_id, school_id)
);

create table findings (
    id           uuid    primary key,
    version      bigint  not null,
    programme_id uuid    not null,
    school_id    uuid    not null,
    closed       boolean not null
);
create index open_findings on findings (programme_id, school_id) where not closed;

-- How scores came about, by indicator; a source is a round or an inspection, a subject an application or a school.
create table explanations (
    source_id  uuid   not null,
    subject_id uuid   not null,
    version    bigint not null,
    primary key (source_id, subject_id)
);
create index explanations_of_subject on explanations (subject_id);

create table indicators (
    source_id  uuid   not null,
    subject_id uuid   not null,
    position   int    not null,
    code       text   not null,
    name       text   not null,
    points     bigint not null check (points >= 0),
    max        bigint not null check (max > 0),
    primary key (source_id, subject_id, position),
    foreign key (source_id, subject_id) references explanations on delete cascade
);

create table comments (
    source_id  uuid not null,
    subject_id uuid not null,
    position   int  not null,
    text       text not null,
    primary key (source_id, subject_id, position),
    foreign key (source_id, subject_id) references explanations on delete cascade
);

-- How far the special ledger had come when this service last heard of it.
create table ledger_checkpoint (
    only_one boolean primary key default true check (only_one),
    sequence bigint  not null,
    hash     text    not null
);
