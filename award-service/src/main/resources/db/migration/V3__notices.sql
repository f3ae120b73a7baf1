create table notices (
    id                uuid    primary key,
    version           bigint  not null,
    state             text    not null,
    selection_id      uuid    not null unique references selections,
    programme_id      uuid    not null,
    demonstration     boolean not null,
    title             text    not null,
    body              text    not null,
    package_hash      text    not null,
    opens_on          date    not null,
    closes_on         date    not null,
    shortened_because text,
    closed_at         timestamptz,
    constraint each_state_has_its_columns check (
        case state when 'OPEN' then closed_at is null when 'CLOSED' then closed_at is not null else false end),
    constraint closes_after_it_opens check (closes_on >= opens_on),
    constraint only_a_demonstration_is_shortened check (shortened_because is null or demonstration),
    -- five working days never fit into fewer days of the calendar
    constraint a_real_notice_stands_five_days check (shortened_because is not null or closes_on >= opens_on + 5)
);
create index notices_by_opening on notices (opens_on desc, id desc);
