-- One plan a school and programme.
create table plans (
    id           uuid        primary key,
    programme_id uuid        not null references programmes,
    school_id    uuid        not null references organisations,
    unit_id      uuid        not null references organisations,
    state        text        not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'GATE_PASSED', 'BATCHED', 'FILED')),
    version      bigint      not null default 1,
    changed_at   timestamptz not null,
    content      jsonb       not null,
    reason       text,
    comments     jsonb,
    unique (programme_id, school_id),
    constraint each_state_has_its_columns check (
        num_nonnulls(reason, comments) = case state when 'RETURNED' then 2 else 0 end)
);
create index plans_of_a_unit on plans (unit_id, programme_id, id desc);
create index plans_of_a_programme on plans (programme_id, id desc);

alter table plans enable row level security;
-- Asked once a statement and not once a row; the planner then trusts the list's own index.
create policy reached on plans
    using ((select reaches_all())
        or school_id = any ((select reached())::uuid[])
        or unit_id = any ((select reached())::uuid[]));
