-- Vetoes as review-service tells them: a standing one closes a gate, a pending one is waited for.
create table vetoes (
    id             uuid   primary key,
    version        bigint not null,
    programme_id   uuid   not null,
    school_id      uuid   not null,
    application_id uuid,
    standing       text   not null check (standing in ('PENDING', 'IMPOSED', 'NONE'))
);
create index vetoes_of_programme on vetoes (programme_id) where standing <> 'NONE';
