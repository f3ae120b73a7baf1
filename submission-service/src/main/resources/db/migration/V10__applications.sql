-- One row an application, whatever its state. The constraints say what the types say.
create table applications (
    id           uuid        primary key,
    programme_id uuid        not null references programmes,
    school_id    uuid        not null references organisations,
    unit_id      uuid        not null references organisations,
    category     text        not null check (category in ('RED_GARDENER', 'RED_READING_ROOM', 'RED_CLASSROOM', 'RED_BASE')),
    form_version smallint    not null default 1,
    state        text        not null,
    version      bigint      not null default 1,
    changed_at   timestamptz not null,
    content      jsonb       not null,
    title        text        not null generated always as (coalesce(content ->> 'title', '')) stored,
    opinion      text,
    signed_by    uuid,
    signed_at    timestamptz,
    returns      smallint    not null default 0 check (returns between 0 and 2),
    reason       text,
    due_on       date,
    rank         integer     check (rank between 1 and 9999),
    batch_id     uuid,
    number       text,
    corrections  smallint    not null default 0 check (corrections between 0 and 1),
    correct_by   date,
    certificate  text        unique,

    constraint each_state_has_its_columns check (
        case state
            when 'DRAFT'           then num_nonnulls(opinion, signed_by, signed_at, reason, rank, batch_id, number, certificate) = 0 and returns = 0
            when 'SUBMITTED'       then num_nonnulls(opinion, signed_by, signed_at) = 3 and num_nonnulls(reason, rank, batch_id, number, certificate) = 0
            when 'RETURNED'        then reason is not null and returns > 0 and num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number, certificate) = 0
            when 'RECOMMENDED'     then num_nonnulls(opinion, signed_by, signed_at, rank) = 4 and num_nonnulls(reason, batch_id, number, certificate) = 0
            when 'NOT_RECOMMENDED' then num_nonnulls(opinion, signed_by, signed_at, reason) = 4 and num_nonnulls(rank, batch_id, number, certificate) = 0
            when 'BATCHED'         then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id) = 5 and num_nonnulls(reason, number, certificate) = 0
            when 'RECEIVED'        then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number) = 6 and num_nonnulls(reason, certificate) = 0
            when 'CORRECTION'      then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number, reason, correct_by) = 8 and certificate is null
            when 'FORMALLY_OK'     then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number) = 6 and num_nonnulls(reason, certificate) = 0
            when 'NOT_ADMITTED'    then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number, reason) = 7 and certificate is null
            when 'HONOURED'        then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number, certificate) = 7 and reason is null
            when 'WITHDRAWN'       then num_nonnulls(opinion, signed_by, signed_at, reason, rank, batch_id, number, certificate) = 0
            else false
        end),
    constraint what_was_returned_has_a_clock check ((state = 'RETURNED') = (due_on is not null)),
    constraint only_a_correction_has_a_clock check ((state = 'CORRECTION') = (correct_by is not null)),
    constraint corrected_means_received check (corrections = 0 or state = 'RECEIVED')
);

-- A unit ranks each of its recommended applications of a category differently.
create unique index one_application_a_rank on applications (programme_id, unit_id, category, rank);

-- Numbers are made of ranks: unique within their programme, as ranks are.
create unique index one_application_a_number on applications (programme_id, number);

-- The three ways in: a school's own, a unit's, the bureau's; newest first, as ids grow with time.
create index applications_of_a_school on applications (school_id, programme_id, id desc);
create index applications_of_a_unit on applications (unit_id, programme_id, id desc);
create index applications_of_a_programme on applications (programme_id, id desc);
-- What the bureau asks for most: those that wait, wherever they are.
create index applications_in_a_state on applications (programme_id, state, id desc);
create index applications_of_a_batch on applications (batch_id) where batch_id is not null;

alter table applications enable row level security;
-- Asked once a statement and not once a row; the planner then trusts the list's own index.
create policy reached on applications
    using ((select reaches_all())
        or school_id = any ((select reached())::uuid[])
        or unit_id = any ((select reached())::uuid[]));
