-- What was told of is kept in one place, and where somebody sat in one: a seat that was left says when.
insert into reminders (id, template, about, requested_at) select notification_id, template, notification_id, told_at from told_occasions;
drop table told_occasions;
drop table former_seats;
