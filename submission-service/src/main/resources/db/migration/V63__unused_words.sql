-- A corrected programme is to be read again, and that duty reminds by itself.
delete from notification_templates where code = 'programme.corrected';
