create table objection_receipts (
    year int primary key,
    last int not null check (last >= 1)
);

-- What was said and what became of it, without who said it.
create table objections (
    id                   uuid    primary key,
    sequence             bigint  generated always as identity unique,
    version              bigint  not null,
    state                text    not null,
    receipt              text    not null unique,
    code                 text    not null check (char_length(code) = 16),
    kind                 text    not null check (kind in ('OBJECTION', 'PROCEDURE_APPEAL', 'ARITHMETIC_APPEAL')),
    voice                text    not null check (voice in ('PERSON', 'UNIT')),
    notice_id            uuid    not null references notices,
    selection_id         uuid    not null,
    programme_id         uuid    not null,
    application_id       uuid    not null,
    title                text    not null,
    school_id            uuid    not null,
    school_name          text    not null,
    unit_id              uuid    not null,
    redacted             text    not null,
    received_on          date    not null,
    accept_by            date    not null check (accept_by > received_on),
    complete             boolean not null,
    not_accepted_because text,
    not_accepted_on      date,
    accepted_on          date,
    investigate_by       date,
    extended_because     text,
    findings             text,
    founded              boolean,
    reported_on          date,
    sustained            boolean,
    reply                text,
    decided_on           date,
    constraint each_state_has_its_columns check (
        num_nonnulls(not_accepted_because, not_accepted_on) = case state when 'NOT_ACCEPTED' then 2 else 0 end
        and num_nonnulls(accepted_on, investigate_by)
            = case when state in ('ACCEPTED', 'INVESTIGATED', 'DECIDED') then 2 else 0 end
        and (extended_because is null or accepted_on is not null)
        and num_nonnulls(findings, founded, reported_on)
            = case when state in ('INVESTIGATED', 'DECIDED') then 3 else 0 end
        and num_nonnulls(sustained, reply, decided_on) = case state when 'DECIDED' then 3 else 0 end
        and state in ('REGISTERED', 'NOT_ACCEPTED', 'ACCEPTED', 'INVESTIGATED', 'DECIDED')
        and (complete or state in ('REGISTERED', 'NOT_ACCEPTED'))),
    constraint a_unit_appeals_for_itself check (kind = 'OBJECTION' or voice = 'UNIT')
);
create index objections_of_programme on objections (programme_id, sequence);
create index undecided_objections on objections (selection_id)
    where state in ('REGISTERED', 'ACCEPTED', 'INVESTIGATED');

-- The unit concerned sees what was accepted against its own, and its own appeals.
alter table objections enable row level security;
create policy seen on objections for select
    using (reaches_all()
           or ((school_id = any (reached()) or unit_id = any (reached()))
               and (kind <> 'OBJECTION' or state in ('ACCEPTED', 'INVESTIGATED', 'DECIDED'))));
create policy registered on objections for insert with check (true);
create policy handled on objections for update using (reaches_all()) with check (reaches_all());
revoke delete on objections from ${app};

create table objection_investigators (
    objection_id uuid        not null references objections,
    subject      uuid        not null,
    name         text        not null,
    joined_at    timestamptz not null default now(),
    primary key (objection_id, subject)
);
revoke update, delete on objection_investigators from ${app};

-- The two who may know. A place is 1 or 2 and taken once: there cannot be three.
create table confidants (
    subject uuid primary key,
    name    text not null,
    place   int  unique check (place in (1, 2))
);

-- Who said it, encrypted by the service; added by anybody, read for a confidant only, never changed.
create table objectors (
    objection_id uuid  primary key references objections,
    locked       bytea not null
);
create table objector_scans (
    objection_id uuid  primary key references objections,
    type         text  not null check (type in ('image/jpeg', 'image/png', 'application/pdf')),
    locked       bytea not null
);
revoke update, delete on objectors, objector_scans from ${app};

create function acts_for_a_confidant() returns boolean stable parallel safe
    return exists (select from confidants
                   where place is not null
                     and subject::text = coalesce(current_setting('sihong.confidant', true), ''));

alter table objectors enable row level security;
create policy told on objectors for insert with check (true);
create policy confided on objectors for select using (acts_for_a_confidant());
alter table objector_scans enable row level security;
create policy told on objector_scans for insert with check (true);
create policy confided on objector_scans for select using (acts_for_a_confidant());

-- The public sees no objection, only how many there were: the function looks for it.
create function objection_outcomes(of_notice uuid, out registered int, out open int, out not_accepted int,
                                   out sustained int, out dismissed int)
    language sql stable security definer set search_path = public
begin atomic
    select count(*)::int,
           count(*) filter (where o.state in ('REGISTERED', 'ACCEPTED', 'INVESTIGATED'))::int,
           count(*) filter (where o.state = 'NOT_ACCEPTED')::int,
           count(*) filter (where o.sustained)::int,
           count(*) filter (where not o.sustained)::int
    from objections o where o.notice_id = of_notice;
end;
