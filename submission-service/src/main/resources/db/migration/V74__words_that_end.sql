-- What people wrote in applications, plans and batches ends some time after it was last changed. The
-- row stays: it is what was decided and counted. This stands where words stood.
create function ended_words() returns text language sql immutable return '（已到期清除）';

-- A plan whose words have ended, in the shape of any plan.
create function ended_plan() returns jsonb language sql stable return
    '{"ideology": "", "organisation": "", "institution": "", "team": "", "integrity": "", "highlights": "",
      "brandMeaning": "", "brandCarrier": "", "brandMethod": "", "brandEffect": "", "secretary": "",
      "infoOfficer": "", "leadGroup": [], "targets": [], "publicity": [],
      "discussion": {"heldOn": null, "participants": null}}'::jsonb
    || jsonb_build_object('brandName', ended_words());

-- Editions of a plan may only be added, and end with the plan. The service asks, the functions look at
-- the age themselves: nothing goes before a year has passed, nothing filed before ten, whatever is asked.
create function plans_past(before date, filed boolean) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select p.id from plans p
    where (p.state = 'FILED') = filed
      and p.changed_at < least(before, current_date - interval '1 year')
      and (not filed or p.changed_at < current_date - interval '10 years')
      and (p.content <> ended_plan() or p.reason <> ended_words());
end;

create function forget_plans(before date, filed boolean, most int) returns bigint
    language sql security definer set search_path = public, pg_temp
as $$
    with past as (select id from plans_past(before, filed) as id limit most),
         editions as (delete from plan_editions where plan_id in (select id from past)),
         sketches as (delete from plan_sketches where plan_id in (select id from past)),
         gone as (update plans set version = version + 1, content = ended_plan(),
                         reason = case when reason is not null then ended_words() end,
                         comments = case when comments is not null then '{}'::jsonb end
                  where id in (select id from past) returning 1)
    select count(*) from gone
$$;
revoke execute on function plans_past, forget_plans from public;
grant execute on function plans_past, forget_plans to ${app};
