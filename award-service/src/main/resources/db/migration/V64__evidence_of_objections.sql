-- Evidence (证据材料) that an objector adds to their words, encrypted by the service; like the words
-- themselves it is added by whoever holds receipt and code, read for a confidant only, never changed,
-- and forgotten with them.
create table objection_evidence (
    id           uuid  primary key,
    objection_id uuid  not null references objections,
    place        int   not null check (place between 1 and 5),
    type         text  not null check (type in ('image/jpeg', 'image/png', 'application/pdf')),
    locked       bytea not null,
    unique (objection_id, place)
);
revoke update, delete on objection_evidence from ${app};

alter table objection_evidence enable row level security;
create policy told on objection_evidence for insert with check (true);
create policy confided on objection_evidence for select using (acts_for_a_confidant());

-- Whoever adds sees which pieces are there, and nothing of them.
create function evidence_of(objection uuid) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select e.id from objection_evidence e where e.objection_id = evidence_of.objection order by e.place;
end;

create or replace function forget_objectors(before date, most int) returns bigint
    language sql security definer set search_path = public, pg_temp
begin atomic
    with past as (select o.id from objectors r join objections o on o.id = r.objection_id
                  where coalesce(o.decided_on, o.not_accepted_on)
                      < least(before, current_date - interval '1 year')
                  limit most),
         scans as (delete from objector_scans where objection_id in (select id from past)),
         pieces as (delete from objection_evidence where objection_id in (select id from past)),
         gone as (delete from objectors where objection_id in (select id from past) returning 1)
    select count(*) from gone;
end;
revoke execute on function evidence_of from public;
grant execute on function evidence_of to ${app};
