-- Files of all kinds, seen by the scanner before anybody opens them.
alter table attachments
    drop constraint attachments_type_check,
    add constraint attachments_type_check check (type in (
        'image/jpeg', 'image/png', 'video/mp4', 'video/quicktime', 'application/pdf',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.openxmlformats-officedocument.presentationml.presentation')),
    -- of the bytes as they were sent, before anything was taken out
    add column sent_sha256 text check (sent_sha256 ~ '^[0-9a-f]{64}$'),
    add column state       text not null default 'QUARANTINED',
    add column scanned_at  timestamptz,
    add column finding     text,
    -- how a picture looks, see Fingerprint
    add column look_across bigint,
    add column look_down   bigint,
    add column look_pieces integer[],
    add constraint each_state_has_its_columns check (
        case state
            when 'QUARANTINED' then num_nonnulls(scanned_at, finding) = 0
            when 'RELEASED'    then finding is null
            when 'CONDEMNED'   then num_nonnulls(scanned_at, finding) = 2
            else false
        end),
    add constraint a_look_is_whole check (num_nonnulls(look_across, look_down, look_pieces) in (0, 3));
create index attachments_unscanned on attachments (uploaded_at) where scanned_at is null;
create index attachments_look on attachments using gin (look_pieces);

-- A hint to the school alone; the lifecycle shows it to nobody else.
create table lookalikes (
    attachment_id uuid     not null references attachments,
    school_id     uuid     not null references organisations,
    own_school    boolean  not null,
    year          integer  not null,
    bits          smallint not null check (bits between 0 and 128),
    primary key (attachment_id, own_school, year)
);

-- An upload in pieces: what came so far lies in the store, the digest so far here.
create table uploads (
    id         uuid        primary key,
    school_id  uuid        not null references organisations,
    name       text        not null check (char_length(name) between 1 and 120),
    size       bigint      not null check (size > 0),
    received   bigint      not null default 0 check (received between 0 and size),
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    digest     text        not null,
    pieces     text[]      not null default '{}',
    begun_by   uuid        not null,
    touched_at timestamptz not null
);
create index uploads_touched on uploads (touched_at);
create index uploads_school on uploads (school_id);

alter table lookalikes enable row level security;
create policy reached on lookalikes using (reaches_all() or school_id = any (reached()));
alter table uploads enable row level security;
create policy reached on uploads using (reaches_all() or school_id = any (reached()));
