-- The State Council's arrangement for 2026; an officer edits the table when the next one is published.
insert into calendar_days (day, workday, name)
select day::date, false, name
from (values ('2026-01-01', '2026-01-03', '元旦'), ('2026-02-15', '2026-02-23', '春节'),
             ('2026-04-04', '2026-04-06', '清明节'), ('2026-05-01', '2026-05-05', '劳动节'),
             ('2026-06-19', '2026-06-21', '端午节'), ('2026-09-25', '2026-09-27', '中秋节'),
             ('2026-10-01', '2026-10-07', '国庆节')) as holiday (opens, closes, name),
     generate_series(opens::date, closes::date, interval '1 day') as day;

insert into calendar_days (day, workday, name)
values ('2026-01-04', true, '元旦调休上班'), ('2026-02-14', true, '春节调休上班'),
       ('2026-02-28', true, '春节调休上班'), ('2026-05-09', true, '劳动节调休上班'),
       ('2026-09-20', true, '国庆节调休上班'), ('2026-10-10', true, '国庆节调休上班');
