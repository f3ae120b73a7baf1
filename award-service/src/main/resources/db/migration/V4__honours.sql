create table commendations (
    id              uuid primary key,
    selection_id    uuid not null unique references selections,
    programme_id    uuid not null,
    document_number text not null unique,
    issued_on       date not null
);

create table certificate_numbers (
    series text not null,
    year   int  not null,
    last   int  not null check (last >= 1),
    primary key (series, year)
);

create table honours (
    id                 uuid primary key,
    sequence           bigint generated always as identity unique,
    state              text not null,
    commendation_id    uuid not null references commendations,
    programme_id       uuid not null,
    application_id     uuid not null unique,
    category           text not null,
    category_name      text not null,
    title              text not null,
    school_id          uuid not null,
    school_name        text not null,
    unit_id            uuid not null,
    certificate_number text unique,
    verify_code        text check (char_length(verify_code) = 16),
    valid_until        date,
    constraint each_state_has_its_columns check (
        case state
            when 'GRANTED' then num_nonnulls(certificate_number, verify_code, valid_until) = 0
            when 'VALID' then num_nonnulls(certificate_number, verify_code, valid_until) = 3
            else false
        end)
);
create index honours_of_programme on honours (programme_id, sequence);
create index honours_of_school on honours (school_id);
create index honours_of_unit on honours (unit_id);

-- The second fence: a school sees its own honours, a unit those of its schools.
alter table honours enable row level security;
create policy reached on honours
    using (reaches_all() or school_id = any (reached()) or unit_id = any (reached()))
    with check (reaches_all());
