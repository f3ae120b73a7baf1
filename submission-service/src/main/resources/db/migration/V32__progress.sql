create table activities (
    id           uuid   primary key,
    programme_id uuid   not null references programmes,
    school_id    uuid   not null references organisations,
    unit_id      uuid   not null references organisations,
    version      bigint not null default 1,
    content      jsonb  not null,
    held_on      text   not null generated always as (content ->> 'on') stored
);
create index activities_of_a_school on activities (school_id, programme_id, held_on desc, id desc);
alter table activities enable row level security;
create policy reached on activities
    using ((select reaches_all())
        or school_id = any ((select reached())::uuid[])
        or unit_id = any ((select reached())::uuid[]));

create table progress_sheets (
    programme_id uuid   not null references programmes,
    school_id    uuid   not null references organisations,
    unit_id      uuid   not null references organisations,
    kind         text   not null check (kind in ('WEEKS', 'SELF_CHECK', 'MECHANISM')),
    version      bigint not null default 1,
    content      jsonb  not null,
    primary key (school_id, programme_id, kind)
);
alter table progress_sheets enable row level security;
create policy reached on progress_sheets
    using ((select reaches_all())
        or school_id = any ((select reached())::uuid[])
        or unit_id = any ((select reached())::uuid[]));

-- The acceptance's rubric for a school as a whole (research.md §3.4.2), for its self-check; editions
-- follow those of review-service, and are added and never changed.
create table school_criteria (
    edition    smallint not null check (edition > 0),
    place      smallint not null,
    code       text     not null,
    part       text     not null,
    name       text     not null,
    max_points integer  not null check (max_points > 0 and max_points % 500 = 0),
    primary key (edition, code)
);
revoke update, delete on school_criteria from ${app};
insert into school_criteria values
    (1, 1, 'plan-made', '工作开展', '方案制订', 15000),
    (1, 2, 'work-done', '工作开展', '工作开展', 25000),
    (1, 3, 'of-its-time', '品牌品质', '时代性', 10000),
    (1, 4, 'to-the-point', '品牌品质', '针对性', 10000),
    (1, 5, 'effective', '品牌品质', '实效性', 20000),
    (1, 6, 'results', '实绩与公认', '工作实绩', 10000),
    (1, 7, 'recognition', '实绩与公认', '社会公认度', 10000);
