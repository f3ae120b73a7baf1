create table programmes (
    id                   uuid    primary key,
    state                text    not null check (state in ('DRAFT', 'PUBLISHED', 'CLOSED')),
    title                text    not null check (char_length(title) between 1 and 80),
    year                 integer not null check (year between 2000 and 2100),
    demonstration        boolean not null,
    mode                 text    not null
        check (mode in ('APPROVED', 'INTERNAL_ASSESSMENT', 'EXCHANGE', 'INNER_PARTY')),
    document_number      text,
    approved_by          text,
    approved_on          date,
    list_item            text,
    weight_mutual_review integer not null,
    weight_appraisal     integer not null,
    weight_acceptance    integer not null,
    weight_supervision   integer not null,
    published_at         timestamptz,
    closed_at            timestamptz,
    version              bigint  not null default 1,

    constraint each_state_has_its_times check (
        case state when 'DRAFT' then published_at is null and closed_at is null
                   when 'PUBLISHED' then published_at is not null and closed_at is null
                   else published_at is not null and closed_at is not null end),
    -- research.md §6.1: what is in force rests on something
    constraint published_has_a_legal_basis check (
        state = 'DRAFT' or num_nulls(document_number, approved_by, approved_on, list_item) = 0),
    constraint published_weights_are_whole check (
        state = 'DRAFT'
        or weight_mutual_review + weight_appraisal + weight_acceptance + weight_supervision = 100),
    constraint a_demonstration_says_so check (
        state = 'DRAFT' or not demonstration or title like '%演示%')
);

create table programme_windows (
    programme_id uuid not null references programmes,
    stage        text not null check (stage in ('PLAN', 'CREATION', 'APPLICATION', 'MUTUAL_REVIEW',
        'APPRAISAL', 'ACCEPTANCE', 'SELECTION', 'NOTICE', 'COMMENDATION')),
    opens_on     date not null,
    closes_on    date not null check (closes_on >= opens_on),
    primary key (programme_id, stage)
);

create table programme_categories (
    programme_id uuid    not null references programmes,
    category     text    not null
        check (category in ('RED_GARDENER', 'RED_READING_ROOM', 'RED_CLASSROOM', 'RED_BASE')),
    name         text    not null,
    min_per_unit integer not null check (min_per_unit >= 0),
    max_per_unit integer not null check (max_per_unit >= min_per_unit),
    quota        integer not null check (quota > 0),
    primary key (programme_id, category)
);
