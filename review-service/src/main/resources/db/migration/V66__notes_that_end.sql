-- A declaration may only be added (回避申报), but what it says of somebody's kin and work ends when it can
-- decide nothing any more. The service asks, the function looks at the age itself: nothing younger than
-- three years is ever blanked, whatever it is asked.
create function blank_conflict_notes(before date, most int) returns bigint
    language sql security definer set search_path = public, pg_temp
begin atomic
    with past as (select id from conflict_declarations
                  where note <> '' and declared_at < least(before, current_date - interval '3 years')
                  order by declared_at limit most),
         gone as (update conflict_declarations set note = '' where id in (select id from past) returning 1)
    select count(*) from gone;
end;
revoke execute on function blank_conflict_notes from public;
grant execute on function blank_conflict_notes to ${app};
