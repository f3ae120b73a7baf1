-- Whom a school's Party branch puts forward as an outstanding member (R61): one of each school, of the branch's own vote.
create table nominations (
    id           uuid   primary key,
    sequence     bigint generated always as identity unique,
    version      bigint not null,
    state        text   not null,
    programme_id uuid   not null references programmes,
    school_id    uuid   not null,
    unit_id      uuid   not null,
    name         text   not null check (name <> ''),
    post         text   not null check (post <> ''),
    head         boolean not null,
    deeds        text   not null check (deeds <> ''),
    held_on      date   not null,
    due          int    not null check (due >= 1),
    present      int    not null check (present <= due),
    in_favour    int    not null check (in_favour between 0 and present),
    nominated_by uuid   not null,
    answered_by  uuid,
    reason       text,
    constraint each_state_has_its_columns check (
        case state
            when 'NOMINATED' then num_nonnulls(answered_by, reason) = 0
            when 'ENDORSED' then answered_by is not null and reason is null
            when 'DECLINED' then num_nonnulls(answered_by, reason) = 2
            when 'WITHDRAWN' then reason is not null
            else false
        end),
    constraint half_of_the_branch_was_there check (present * 2 > due),
    constraint half_of_the_branch_agreed check (in_favour * 2 > due),
    constraint somebody_else_answers check (answered_by is distinct from nominated_by)
);
create unique index one_nomination_of_a_school on nominations (programme_id, school_id)
    where state in ('NOMINATED', 'ENDORSED');
create index nominations_of_programme on nominations (programme_id, sequence);

alter table nominations enable row level security;
create policy reached on nominations
    using (reaches_all() or school_id = any (reached()) or unit_id = any (reached()));
revoke delete on nominations from ${app};
