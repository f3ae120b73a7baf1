create table attachments (
    id          uuid        primary key,
    school_id   uuid        not null references organisations,
    unit_id     uuid        not null references organisations,
    name        text        not null check (char_length(name) between 1 and 120),
    type        text        not null check (type in ('image/jpeg', 'image/png')),
    size        bigint      not null check (size > 0),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- where the bytes lie in the store
    key         text        not null unique,
    uploaded_by uuid        not null,
    uploaded_at timestamptz not null
);
create index attachments_school on attachments (school_id);

alter table attachments enable row level security;
create policy reached on attachments
    using (reaches_all() or school_id = any (reached()) or unit_id = any (reached()));
