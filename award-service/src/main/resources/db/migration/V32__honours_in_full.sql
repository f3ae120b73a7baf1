alter table honours
    add column version bigint not null default 1,
    add column revoked_on date,
    add column revoked_because text,
    add column revoked_document text,
    drop constraint each_state_has_its_columns,
    add constraint each_state_has_its_columns check (
        num_nonnulls(certificate_number, verify_code, valid_until) = case state when 'GRANTED' then 0 else 3 end
        and num_nonnulls(revoked_on, revoked_because, revoked_document) = case state when 'REVOKED' then 3 else 0 end
        and state in ('GRANTED', 'VALID', 'REVOKED'));

-- What became of an honour; never forgotten, so that what was revoked can still be explained.
create table honour_history (
    sequence  bigint      generated always as identity primary key,
    honour_id uuid        not null references honours,
    at        timestamptz not null,
    deed      text        not null check (deed in ('GRANTED', 'REVALIDATED', 'NOT_REVALIDATED', 'REVOKED')),
    detail    text        not null
);
create index history_of_honour on honour_history (honour_id, sequence);
revoke update, delete on honour_history from ${app};

-- The light yearly look: one sentence of the school, one of the bureau.
create table revalidations (
    honour_id   uuid    not null references honours,
    year        int     not null,
    version     bigint  not null,
    school_id   uuid    not null,
    unit_id     uuid    not null,
    living      boolean not null,
    account     text    not null,
    filed_on    date    not null,
    passed      boolean,
    remark      text,
    answered_on date,
    primary key (honour_id, year),
    constraint answered_in_full check (num_nonnulls(passed, remark, answered_on) in (0, 3))
);
alter table revalidations enable row level security;
create policy reached on revalidations
    using (reaches_all() or school_id = any (reached()) or unit_id = any (reached()));

-- A certificate is printed and signed once; its bytes are what was signed.
create table printed_certificates (
    honour_id   uuid        not null references honours,
    valid_until date        not null,
    pdf         bytea       not null,
    sha256      text        not null,
    printed_at  timestamptz not null default now(),
    primary key (honour_id, valid_until)
);
alter table printed_certificates alter column pdf set storage external;
revoke update, delete on printed_certificates from ${app};

create table certificate_runs (
    commendation_id uuid        primary key references commendations,
    total           int         not null,
    started_at      timestamptz not null default now(),
    finished_at     timestamptz
);

-- The installation's own key, where the operator brings none: a PKCS#12 store under the installation's secret.
create table signing_keys (
    id     int   primary key check (id = 1),
    pkcs12 bytea not null
);
revoke update, delete on signing_keys from ${app};

-- A school does as another's brand does; the origin confirms it. Uptake, not clicks.
create table adoptions (
    id           uuid   primary key,
    sequence     bigint generated always as identity unique,
    version      bigint not null,
    state        text   not null check (state in ('CLAIMED', 'CONFIRMED', 'DECLINED')),
    honour_id    uuid   not null references honours,
    origin_id    uuid   not null,
    adopter_id   uuid   not null,
    adopter_name text   not null,
    what_changed text   not null,
    remark       text,
    claimed_on   date   not null,
    answered_on  date,
    constraint answered_in_full check ((state = 'CLAIMED') = (answered_on is null)),
    constraint nobody_adopts_from_itself check (origin_id <> adopter_id),
    unique (honour_id, adopter_id)
);
create index adoptions_confirmed on adoptions (honour_id) where state = 'CONFIRMED';
alter table adoptions enable row level security;
create policy reached on adoptions
    using (reaches_all() or origin_id = any (reached()) or adopter_id = any (reached()));

-- A school may take up what another was honoured for, whose honour it does not see: whence it comes, and no more.
create function honour_origin(of_honour uuid, out school_id uuid, out programme_id uuid)
    returns setof record
    language sql stable security definer set search_path = public
begin atomic
    select h.school_id, h.programme_id from honours h
    where h.id = of_honour and h.state = 'VALID' and h.valid_until >= current_date;
end;

-- What everybody sees of honoured brands, the most taken up first.
create view brands with (security_barrier) as
select h.id, h.sequence, h.category, h.category_name, h.title, h.school_name, h.valid_until,
       coalesce(a.summary, '') as summary, p.year, p.title as programme_title, p.demonstration,
       (select count(*) from adoptions d where d.honour_id = h.id and d.state = 'CONFIRMED') as adoptions
from honours h
join programmes p on p.id = h.programme_id
left join applications a on a.id = h.application_id
where h.state = 'VALID';
