-- What somebody did of late is read from the end of their own part of the trail.
create index audit_by on audit (subject, id);
