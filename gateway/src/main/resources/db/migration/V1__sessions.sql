-- Spring Session's own tables (schema-postgresql.sql of spring-session-jdbc 4.1).
create table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);

create index on spring_session (expiry_time);
create index on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- Which session belongs to which of Keycloak's. The link is written before Spring Session writes the
-- session itself, so it cannot be a foreign key; it goes with its session by a trigger instead.
create table keycloak_session (
    session_id char(36) primary key,
    issuer     text not null,
    subject    text not null,
    sid        text
);

create index on keycloak_session (sid);
create index on keycloak_session (subject);

create function forget_keycloak_session() returns trigger language plpgsql as $$
begin
    delete from keycloak_session where session_id = old.session_id;
    return null;
end $$;

create trigger forget_keycloak_session after delete on spring_session
    for each row execute function forget_keycloak_session();

grant select, insert, update, delete on spring_session, spring_session_attributes, keycloak_session to "${app}";
