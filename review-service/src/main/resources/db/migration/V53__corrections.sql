-- A locked sheet that holds a slip is kept and counts no more; another stands in its place.
alter table score_sheets
    drop constraint score_sheets_state_check,
    add constraint score_sheets_state_check check (state in ('OPEN', 'LOCKED', 'CORRECTED')),
    add column correction text check (correction <> ''),
    add column corrected_by uuid,
    add column corrected_at timestamptz,
    add column in_its_place uuid,
    drop constraint each_state_has_its_columns,
    add constraint each_state_has_its_columns check (
        (state = 'OPEN') = (locked_at is null)
        and num_nonnulls(correction, corrected_by, corrected_at, in_its_place)
            = case when state = 'CORRECTED' then 4 else 0 end);

do $$
declare name text := (select conname from pg_constraint
                      where conrelid = 'score_sheets'::regclass and contype = 'u');
begin
    execute format('alter table score_sheets drop constraint %I', name);
end $$;
create unique index one_sheet_a_pair on score_sheets
    (round_id, reviewing_school_id, judged_school_id, kind, application_id) nulls not distinct
    where state <> 'CORRECTED';

create or replace view due_sheets with (security_invoker = true) as
    select s.* from score_sheets s
    where s.state <> 'CORRECTED'
      and (s.kind = 'SITE' or s.state = 'LOCKED' or s.application_id is not null
       or exists (select from applications_in_review a
                  where a.programme_id = s.programme_id and a.school_id = s.judged_school_id
                    and a.category in ('RED_GARDENER', 'RED_CLASSROOM')));

create or replace function refuse_change_of_locked_sheet() returns trigger language plpgsql as $$
declare
    now_said score_sheets := case tg_op when 'UPDATE' then new end;
begin
    if old.state = 'OPEN' then return case tg_op when 'DELETE' then old else new end; end if;
    if old.state = 'LOCKED' and tg_op = 'UPDATE' and now_said.state = 'CORRECTED'
       and (now_said.comment, now_said.locked_at, now_said.reviewing_school_id, now_said.judged_school_id)
           is not distinct from (old.comment, old.locked_at, old.reviewing_school_id, old.judged_school_id)
    then return new; end if;
    raise exception 'a locked score sheet cannot be changed';
end $$;

create or replace function refuse_change_of_locked_scores() returns trigger language plpgsql as $$
declare sheet uuid := case tg_op when 'DELETE' then old.sheet_id else new.sheet_id end;
begin
    if exists (select from score_sheets where id = sheet and state <> 'OPEN') then
        raise exception 'the scores of a locked sheet cannot be changed';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
