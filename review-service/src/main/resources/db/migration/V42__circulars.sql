-- Circulars on supervision (督查通报): what is public of them names no school.
create table circulars (
    id           uuid    primary key,
    programme_id uuid    not null,
    author       uuid    not null,
    state        text    not null check (state in ('DRAFT', 'ISSUED')),
    version      bigint  not null default 1,
    title        text    not null,
    overview     text    not null,
    practices    text    not null,
    problems     text    not null,
    requirements text    not null,
    reply_by     date,
    issued_by    uuid,
    issued_at    timestamptz,
    constraint each_state_has_its_columns check (
        num_nonnulls(issued_by, issued_at) = case when state = 'ISSUED' then 2 else 0 end
        and (state = 'DRAFT' or reply_by is not null)),
    constraint another_person_issues check (issued_by <> author),
    constraint issued_is_short check (
        state = 'DRAFT'
        or char_length(replace(title || overview || practices || problems || requirements, E'\r', '')) <= 5000)
);
create index circulars_of_programme on circulars (programme_id, id desc);
