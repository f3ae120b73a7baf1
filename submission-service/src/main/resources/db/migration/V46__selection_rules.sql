-- What else decides the selection is declared with the weights (research.md §3.4.3).
alter table programmes
    add column minimum_acceptance   int    not null default 60 check (minimum_acceptance between 0 and 100),
    add column minimum_satisfaction int    not null default 80 check (minimum_satisfaction between 0 and 100),
    add column tie_break            text[] not null
        default '{ACCEPTANCE,EFFECTIVENESS,SATISFACTION,MUTUAL_REVIEW}'
        check (tie_break <@ array ['ACCEPTANCE', 'EFFECTIVENESS', 'SATISFACTION', 'MUTUAL_REVIEW']),
    add column per_school           int check (per_school >= 1),
    add column heads_percent        int check (heads_percent between 0 and 100),
    add column kindergartens        int check (kindergartens >= 0),
    add column outstanding_schools  int    not null default 0 check (outstanding_schools >= 0),
    add column outstanding_members  int    not null default 0 check (outstanding_members >= 0);
