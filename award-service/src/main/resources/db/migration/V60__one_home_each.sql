-- What a nomination is called where numbers are shown.
alter table nominations add column number text not null generated always as ('DY-' || sequence::text) stored;

-- Who stands on a list: whom no later decision took off it.
create view standing_winners with (security_invoker = true) as
select * from winners w
where not exists (select from replacements r where r.selection_id = w.selection_id and r.gone = w.application_id);
