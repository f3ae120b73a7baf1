-- A photograph or a drawn signature that has ended; its bytes go from the store when the store says so.
alter table field_photos
    add column ended boolean not null default false,
    add column cleared_at timestamptz check (cleared_at is null or ended);
grant update (cleared_at) on field_photos to ${app};
create index field_photos_to_clear on field_photos (id) where ended and cleared_at is null;

-- What an inspector wrote ends, what they counted and which records they meant stays.
create function ended(body jsonb) returns jsonb language sql immutable
    return body || (select coalesce(jsonb_object_agg(key, ended(value #>> '{}')), '{}') from jsonb_each(body)
                    where key in ('note', 'reason', 'evidence', 'summary', 'schoolSignatory'));

create function year_of(programme uuid) returns integer language sql stable
    return (select year from programmes where id = programme);

-- What people wrote of schools, and may have named persons in. What a draw or a ledger is proved by is
-- not among it, nor what was made public.
create view words_that_end (thing, year, words) as values
    ('applications', 'year_of(programme_id)', 'title, summary'),
    ('conflict_waivers', 'year_of(programme_id)', 'reason'),
    ('rounds', 'year_of(programme_id)', 'inspection_note'),
    ('undone_runs', 'year_of((select programme_id from rounds r where r.id = round_id))', 'reason'),
    ('replacements', 'year_of((select programme_id from rounds r where r.id = round_id))', 'reason'),
    ('score_sheets', 'year_of(programme_id)', 'comment, correction'),
    ('score_comments', 'year_of((select programme_id from score_sheets s where s.id = sheet_id))', 'comment'),
    ('score_notes', 'year_of((select programme_id from score_sheets s where s.id = sheet_id))', 'note'),
    ('score_reasons', 'year_of((select programme_id from score_sheets s where s.id = sheet_id))', 'reason'),
    ('comment_sessions', 'year_of(programme_id)', 'minutes'),
    ('comment_texts', 'year_of((select programme_id from comment_sessions s where s.id = session_id))',
        'strengths, problems, advice'),
    -- an appraisal names applications by their titles; its first subject is the school's work as a whole
    ('appraisal_subjects',
        'year_of((select programme_id from appraisals a where a.id = appraisal_id and position > 0))', 'name'),
    ('ballot_boxes', 'year_of((select programme_id from appraisals a where a.id = appraisal_id))', 'subjects'),
    ('findings', 'year_of(programme_id)',
        'problem, advice, before, measures, leader, responsible, answer_before, answer_after, reason'),
    ('finding_steps', 'year_of((select programme_id from findings f where f.id = finding_id))',
        'words, before, after'),
    ('supervision_visits', 'year_of(programme_id)', 'note, strengths, problems, reason'),
    ('guidance', 'year_of((select programme_id from supervision_visits v where v.id = visit_id))', 'text, reply'),
    ('supervision_lights', 'year_of((select programme_id from supervision_visits v where v.id = visit_id))',
        'why, school_word'),
    ('inspections', 'year_of(programme_id)', 'summary, school_signatory'),
    ('field_records', 'year_of((select programme_id from inspections i where i.id = inspection_id))', 'body'),
    ('field_photos', 'year_of((select programme_id from inspections i where i.id = inspection_id))', 'ended'),
    ('vetoes', 'year_of(programme_id)',
        'fact, evidence, statement, decision, minutes, appeal, review, review_minutes'),
    -- an issued circular is public and names no school
    ('circulars', 'year_of(case state when ''DRAFT'' then programme_id end)',
        'title, overview, practices, problems, requirements');

create or replace trigger locked_stays before update or delete on score_sheets
    for each row when (not owner_acts()) execute function refuse_change_of_locked_sheet();
create or replace trigger locked_stays before insert or update or delete on score_comments
    for each row when (not owner_acts()) execute function refuse_change_of_locked_scores();
create or replace trigger locked_stays before insert or update or delete on score_notes
    for each row when (not owner_acts()) execute function refuse_change_of_locked_scores();
create or replace trigger minuted_stays before update or delete on comment_sessions
    for each row when (not owner_acts()) execute function refuse_change_of_minuted_session();
create or replace trigger minuted_stays before insert or update or delete on comment_texts
    for each row when (not owner_acts()) execute function refuse_change_of_minuted_comments();
create or replace trigger counted_stays before update or delete on appraisal_subjects
    for each row when (not owner_acts()) execute function refuse_change_of_counted_subject();
create or replace trigger signed_stays before update or delete on inspections
    for each row when (not owner_acts()) execute function refuse_change_of_signed_inspection();
