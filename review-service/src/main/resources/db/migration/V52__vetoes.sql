-- Ruling a school or an application out (vetoes.Veto): proposed with evidence on one of the grounds of
-- the programme's rubric, decided by the Party group, open to one appeal.
create table vetoes (
    id             uuid   primary key,
    version        bigint not null,
    programme_id   uuid   not null,
    school_id      uuid   not null,
    -- absent where it is about the school as a whole
    application_id uuid,
    rubric_id      uuid   not null,
    ground         text   not null,
    fact           text   not null check (fact <> ''),
    evidence       text   not null check (evidence <> ''),
    proposed_by    uuid   not null,
    proposed_on    date   not null,
    hear_until     date   not null check (hear_until > proposed_on),
    state          text   not null check (state in
                       ('PROPOSED', 'DISMISSED', 'IMPOSED', 'APPEALED', 'UPHELD', 'LIFTED')),
    statement      text,
    stated_by      uuid,
    stated_on      date,
    decision       text,
    minutes        text,
    decided_by     uuid,
    decided_on     date,
    appeal_until   date,
    appeal         text,
    appealed_by    uuid,
    appealed_on    date check (appealed_on <= appeal_until),
    review         text,
    review_minutes text,
    reviewed_by    uuid,
    reviewed_on    date,
    foreign key (rubric_id, ground) references veto_grounds (rubric_id, code),
    constraint a_statement_is_whole check (num_nonnulls(statement, stated_by, stated_on) in (0, 3)),
    constraint each_state_has_its_columns check (
        num_nonnulls(decision, minutes, decided_by, decided_on) = case when state = 'PROPOSED' then 0 else 4 end
        and (appeal_until is null) = (state in ('PROPOSED', 'DISMISSED'))
        and num_nonnulls(appeal, appealed_by, appealed_on)
            = case when state in ('APPEALED', 'UPHELD', 'LIFTED') then 3 else 0 end
        and num_nonnulls(review, review_minutes, reviewed_by, reviewed_on)
            = case when state in ('UPHELD', 'LIFTED') then 4 else 0 end),
    constraint the_school_was_heard check (state = 'PROPOSED' or statement is not null or decided_on > hear_until),
    constraint another_person_decides check (decided_by <> proposed_by),
    constraint another_person_reviews check (reviewed_by <> proposed_by and reviewed_by <> decided_by)
);
create index vetoes_of_programme on vetoes (programme_id, proposed_on, id);
create unique index one_veto_a_ground on vetoes (programme_id, school_id, ground, coalesce(application_id, school_id))
    where state not in ('DISMISSED', 'LIFTED');
revoke delete on vetoes from ${app};
alter table vetoes enable row level security;
create policy reached on vetoes using (reaches_all() or school_id = any (reached()));
