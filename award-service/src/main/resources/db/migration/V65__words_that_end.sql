create function year_of(programme uuid) returns integer language sql stable
    return (select year from programmes where id = programme);

-- What people wrote and may have named persons in. Not among it is what decisions are proved by, which
-- are kept without end: packages, votes, recusals, replacements, annulments, lists, notices, honours.
create view words_that_end (thing, year, words) as values
    -- what was honoured is public, and stays so under its name
    ('applications',
        'year_of(case when not exists (select from honours h where h.application_id = applications.id)
                 then programme_id end)', 'title, summary'),
    -- those that did not come through are hidden much earlier, by a term of their own
    ('nominations',
        'year_of(case when state in (''NOMINATED'', ''ENDORSED'')
                          and not exists (select from honours h where h.application_id = nominations.id)
                 then programme_id end)', 'name, post, deeds'),
    -- about an application, or about a school that was inspected
    ('comments',
        'year_of(coalesce((select programme_id from applications a where a.id = subject_id),
                          (select programme_id from inspections i where i.id = source_id)))', 'text'),
    ('letters', 'year_of(programme_id)', 'title, body'),
    ('objections', 'year_of(programme_id)',
        'title, redacted, not_accepted_because, extended_because, findings, reply'),
    ('objection_investigators',
        'year_of((select programme_id from objections o where o.id = objection_id))', 'name'),
    ('revalidations', 'year', 'account, remark'),
    ('adoptions', 'extract(year from claimed_on)::int', 'what_changed, remark');
