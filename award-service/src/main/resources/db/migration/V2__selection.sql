create table selections (
    id              uuid        primary key,
    programme_id    uuid        not null,
    version         bigint      not null,
    state           text        not null,
    opened_at       timestamptz not null default now(),
    package_hash    text,
    frozen_by       uuid,
    frozen_at       timestamptz,
    adopted         boolean,
    document_number text,
    constraint each_state_has_its_columns check (
        case state
            when 'OPEN' then num_nonnulls(package_hash, frozen_by, frozen_at, adopted, document_number) = 0
            when 'FROZEN' then num_nonnulls(package_hash, frozen_by, frozen_at) = 3
                           and num_nonnulls(adopted, document_number) = 0
            when 'DELIBERATED' then num_nonnulls(package_hash, frozen_by, frozen_at, adopted) = 4
                                and document_number is null
            when 'PROPOSED' then num_nonnulls(package_hash, frozen_by, frozen_at) = 3
                             and coalesce(adopted, false) and document_number is null
            when 'IN_NOTICE' then num_nonnulls(package_hash, frozen_by, frozen_at) = 3
                              and coalesce(adopted, false) and document_number is null
            when 'COMMENDED' then num_nonnulls(package_hash, frozen_by, frozen_at, document_number) = 4
                              and coalesce(adopted, false)
            else false
        end)
);
create index selections_by_opening on selections (opened_at desc, id desc);
-- One at a time: only what was voted down may be followed by another.
create unique index one_live_selection on selections (programme_id) where adopted is distinct from false;

-- Everything needed to compute the ranking again. Text and not jsonb: its bytes are what was hashed.
create table result_packages (
    selection_id uuid primary key references selections,
    body         text not null,
    hash         text not null,
    constraint hash_is_of_the_body check (hash = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);

create table tie_orders (
    selection_id   uuid not null references selections,
    category       text not null,
    position       int  not null,
    application_id uuid not null,
    primary key (selection_id, category, position),
    unique (selection_id, application_id)
);

-- The proposed list in the words that stood when it was proposed.
create table winners (
    sequence       bigint generated always as identity,
    selection_id   uuid not null references selections,
    application_id uuid not null,
    category       text not null,
    category_name  text not null,
    place          int  not null check (place >= 1),
    title          text not null,
    summary        text not null,
    school_id      uuid not null,
    school_name    text not null check (school_name <> ''),
    unit_id        uuid not null,
    primary key (selection_id, application_id)
);

-- The vote of the Party group: who was due, who came, how they voted.
create table votes (
    selection_id uuid        primary key references selections,
    package_hash text        not null,
    due          int         not null check (due >= 1),
    present      int         not null,
    in_favour    int         not null check (in_favour >= 0),
    against      int         not null check (against >= 0),
    abstained    int         not null check (abstained >= 0),
    adopted      boolean     not null,
    recorded_by  uuid        not null,
    recorded_at  timestamptz not null,
    constraint counts_add_up check (in_favour + against + abstained = present and present <= due),
    constraint two_thirds_were_present check (present * 3 >= due * 2),
    constraint majority_of_all_members check (adopted = (in_favour * 2 > due))
);

revoke update, delete on result_packages, tie_orders, winners, votes from ${app};
