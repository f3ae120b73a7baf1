-- What the bureau counts, one row for each thing that events spoke of; a newer version replaces an older one.
create table counted_plans (
    plan_id      uuid   primary key,
    version      bigint not null,
    programme_id uuid   not null,
    school_id    uuid   not null,
    unit_id      uuid   not null,
    stage        int    not null check (stage between 1 and 4) -- submitted, gate passed, batched, filed
);
create index counted_plans_of on counted_plans (programme_id);

create table counted_applications (
    application_id uuid    primary key,
    version        bigint  not null,
    programme_id   uuid    not null,
    school_id      uuid    not null,
    unit_id        uuid    not null,
    category       text    not null,
    stage          int     not null check (stage between 1 and 4), -- submitted, screened, batched, received
    recommended    boolean
);
create index counted_applications_of on counted_applications (programme_id);

create table counted_findings (
    finding_id   uuid   primary key,
    version      bigint not null,
    programme_id uuid   not null,
    school_id    uuid   not null,
    source       text   not null,
    time_class   text   not null,
    due_on       date   not null,
    state        text   not null check (state in ('OPEN', 'ANSWERED', 'VERIFIED', 'CLOSED', 'REOPENED')),
    in_time      boolean
);
create index counted_findings_of on counted_findings (programme_id);

-- A finding's later words may be heard before its first; they wait here.
create table counted_finding_states (
    finding_id uuid    primary key,
    version    bigint  not null,
    state      text    not null,
    in_time    boolean
);

create table counted_appraisals (
    appraisal_id   uuid    not null,
    application_id uuid    not null, -- the school's own id where its work as a whole was appraised
    programme_id   uuid    not null,
    school_id      uuid    not null,
    version        bigint  not null,
    electorate     text    not null,
    whole          boolean not null,
    eligible       int     not null,
    returned       int     not null,
    valid          int     not null,
    satisfaction   bigint,
    advisory       boolean not null,
    primary key (appraisal_id, application_id)
);
create index counted_appraisals_of on counted_appraisals (programme_id);

create table counted_indicators (
    source         text   not null check (source in ('MUTUAL_REVIEW', 'INSPECTION', 'SCHOOL_INSPECTION')),
    subject_id     uuid   not null, -- the application, or the school itself
    programme_id   uuid   not null,
    version        bigint not null,
    position       int    not null,
    code           text   not null,
    name           text   not null,
    points         bigint not null,
    max            bigint not null check (max > 0),
    primary key (source, subject_id, programme_id, code)
);
create index counted_indicators_of on counted_indicators (programme_id, source);
