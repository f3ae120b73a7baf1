-- Who has read which edition of a programme (R23): one click, no reading notes.
create table programme_receipts (
    programme_id uuid        not null references programmes,
    edition      integer     not null check (edition > 0),
    school_id    uuid        not null references organisations,
    unit_id      uuid        not null references organisations,
    read_by      uuid        not null,
    read_at      timestamptz not null,
    primary key (programme_id, edition, school_id)
);
create index programme_receipts_of_a_school on programme_receipts (school_id, programme_id);

alter table programme_receipts enable row level security;
create policy reached on programme_receipts
    using (reaches_all() or school_id = any (reached()) or unit_id = any (reached()));
