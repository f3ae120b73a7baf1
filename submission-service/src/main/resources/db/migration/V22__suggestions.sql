-- What anybody at work with the platform would like to be better (research.md §6.1: a complaint function).
create table suggestions (
    id          uuid        primary key,
    page        text        not null check (char_length(page) between 1 and 200),
    body        text        not null check (char_length(body) between 1 and 1000),
    author      uuid        not null,
    -- absent where the author would rather not be named; the answer reaches them all the same
    name        text,
    made_at     timestamptz not null,
    answer_by   date        not null,
    answer      text        check (char_length(answer) between 1 and 1000),
    answered_by uuid,
    answered_at timestamptz,
    version     bigint      not null default 1,
    constraint an_answer_has_its_author_and_time check (
        num_nonnulls(answer, answered_by, answered_at) in (0, 3))
);
create index suggestions_open on suggestions (id) where answer is null;
create index suggestions_of_an_author on suggestions (author, id desc);
