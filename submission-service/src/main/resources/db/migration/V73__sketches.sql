-- Sketches (设计草稿): what somebody has begun to design and not yet published, for them alone.
create table sketches (
    subject uuid not null,
    page    text not null check (page ~ '^/(forms|rubrics)/[A-Z_]{1,40}/[0-9]{1,6}$'),
    content text not null check (char_length(content) <= 200000),
    version bigint not null check (version > 0),
    kept_at timestamptz not null,
    primary key (subject, page)
);

create index sketches_by_age on sketches (kept_at);
