-- What a plan said each time it was submitted.
create table plan_editions (
    plan_id      uuid        not null references plans,
    number       smallint    not null check (number > 0),
    school_id    uuid        not null references organisations,
    unit_id      uuid        not null references organisations,
    submitted_at timestamptz not null,
    content      jsonb       not null,
    primary key (plan_id, number)
);
revoke update, delete on plan_editions from ${app};
alter table plan_editions enable row level security;
create policy reached on plan_editions
    using ((select reaches_all())
        or school_id = any ((select reached())::uuid[])
        or unit_id = any ((select reached())::uuid[]));

-- What likeness is told from. A school compares its plan with all others, so there is no row
-- security; a sketch holds neither text nor school.
create table plan_sketches (
    plan_id      uuid      primary key references plans,
    programme_id uuid      not null references programmes,
    places       integer[] not null check (cardinality(places) = 128)
);
create index plan_sketches_of_a_programme on plan_sketches (programme_id);
