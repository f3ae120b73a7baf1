-- What inspectors photographed and who signed by hand; the picture itself lies in the object store.
create table field_photos (
    id            uuid        primary key,
    inspection_id uuid        not null,
    school_id     uuid        not null,
    author        uuid        not null,
    size          integer     not null check (size > 0),
    sha256        text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    received_at   timestamptz not null default now(),
    foreign key (inspection_id, author) references inspectors (inspection_id, subject)
);
create index field_photos_of_inspection on field_photos (inspection_id);
revoke update, delete, truncate on field_photos from ${app};
alter table field_photos enable row level security;
create policy reached on field_photos using (reaches_all() or school_id = any (reached()));
