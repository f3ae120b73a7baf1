-- Who objected may only be added and never changed, and is seen by two confidants. It ends some time
-- after the decision; the objection itself stays. The service asks, the functions look at the decision
-- themselves: nobody is forgotten before a year has passed, whatever is asked.
create function objectors_past(before date) returns bigint
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select count(*) from objectors r join objections o on o.id = r.objection_id
    where coalesce(o.decided_on, o.not_accepted_on) < least(before, current_date - interval '1 year');
end;

create function forget_objectors(before date, most int) returns bigint
    language sql security definer set search_path = public, pg_temp
begin atomic
    with past as (select o.id from objectors r join objections o on o.id = r.objection_id
                  where coalesce(o.decided_on, o.not_accepted_on)
                      < least(before, current_date - interval '1 year')
                  limit most),
         scans as (delete from objector_scans where objection_id in (select id from past)),
         gone as (delete from objectors where objection_id in (select id from past) returning 1)
    select count(*) from gone;
end;
revoke execute on function objectors_past, forget_objectors from public;
grant execute on function objectors_past, forget_objectors to ${app};
