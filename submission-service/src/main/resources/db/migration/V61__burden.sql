-- How much of a school's time a programme may ask for, and who allowed more (R65).
alter table programmes
    add column burden_ceiling     int not null default 360 check (burden_ceiling between 1 and 1200),
    add column burden_approved_by text,
    add column burden_reason      text;
