-- The session in which the bureau comments on schools together (集中点评, R47).
create table comment_sessions (
    id           uuid    primary key,
    programme_id uuid    not null,
    state        text    not null check (state in ('PLANNED', 'HELD', 'MINUTED')),
    version      bigint  not null default 1,
    planned_on   date    not null,
    venue        text    not null,
    held_on      date,
    minutes      text,
    constraint each_state_has_its_columns check (
        (state <> 'PLANNED') = (held_on is not null) and (state = 'MINUTED') = (minutes is not null))
);
create index sessions_of_programme on comment_sessions (programme_id);

-- Whose turn it is, and for how many minutes.
create table comment_agenda (
    session_id uuid    not null references comment_sessions,
    place      integer not null check (place > 0),
    school_id  uuid    not null,
    minutes    integer not null check (minutes between 1 and 60),
    primary key (session_id, school_id),
    unique (session_id, place)
);

-- What was said to a school; for that school and the bureau.
create table comment_texts (
    session_id uuid not null references comment_sessions,
    school_id  uuid not null,
    strengths  text not null,
    problems   text not null,
    advice     text not null,
    primary key (session_id, school_id),
    foreign key (session_id, school_id) references comment_agenda (session_id, school_id)
);
alter table comment_texts enable row level security;
create policy own on comment_texts using (reaches_all() or school_id = any (reached()));

-- Once the minutes are final, they stay.
create function refuse_change_of_minuted_session() returns trigger language plpgsql as $$
begin
    if old.state = 'MINUTED' then
        raise exception 'a session whose minutes are final cannot be changed';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger minuted_stays before update or delete on comment_sessions
    for each row execute function refuse_change_of_minuted_session();

create function refuse_change_of_minuted_comments() returns trigger language plpgsql as $$
declare session uuid := case tg_op when 'DELETE' then old.session_id else new.session_id end;
begin
    if exists (select from comment_sessions where id = session and state = 'MINUTED') then
        raise exception 'the comments of a session whose minutes are final cannot be changed';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger minuted_stays before insert or update or delete on comment_agenda
    for each row execute function refuse_change_of_minuted_comments();
create trigger minuted_stays before insert or update or delete on comment_texts
    for each row execute function refuse_change_of_minuted_comments();
