-- Secret ballots (评议). Who may vote and what was voted lie in two tables that have nothing in common
-- but the appraisal itself: no person and no time in the box, no ballot and no time at the desk.
--
-- Each is one row. A row for each ballot would carry PostgreSQL's own marks (xmin, its place in the
-- heap) and so the order of voting; rewritten as a whole, with its lists in alphabetical order, a box
-- remembers nothing but its content.
create function strictly_ascending(list text[]) returns boolean immutable parallel safe
    language sql as $$
        select coalesce(bool_and(a < b), true)
        from (select item collate "C" as b, lag(item collate "C") over (order by place) as a
              from unnest(list) with ordinality as listed (item, place)) as neighbours
    $$;

-- What electronic ballots say of each subject adds up to the ballots that came in.
create function tally_agrees(tally integer[], subjects integer, ballots integer) returns boolean
    immutable parallel safe language sql as $$
        select cardinality(tally) = subjects * 7
           and (select coalesce(bool_and(total = ballots), true)
                from (select sum(n) as total from unnest(tally) with ordinality as counted (n, place)
                      group by (place - 1) / 7) as by_subject)
    $$;

create table ballot_boxes (
    appraisal_id uuid     primary key,
    trial        boolean  not null,
    school       text     not null,
    electorate   text     not null,
    subjects     text[]   not null check (cardinality(subjects) > 0),
    opens_on     date     not null,
    closes_on    date     not null check (closes_on >= opens_on),
    public_key   bytea    not null,
    closed       boolean  not null default false,
    -- one for each token that was used: a token used twice would break the order
    receipts     text[]   not null default '{}' check (strictly_ascending(receipts)),
    -- for each subject how often each of the seven marks was given
    tally        integer[] not null,
    -- how many there were before this day began: nobody is shown more than that while voting goes on
    day          date     not null,
    before_day   integer  not null default 0 check (before_day >= 0),
    constraint nothing_is_lost_and_nothing_added
        check (tally_agrees(tally, cardinality(subjects), cardinality(receipts)))
);

create table issuing_desks (
    appraisal_id uuid    primary key,
    opens_on     date    not null,
    closes_on    date    not null check (closes_on >= opens_on),
    -- encrypted; gone when the box is closed, so that no token can be made afterwards
    signing_key  bytea,
    -- whose entry of the roll has got its token or paper; forgotten when the box is closed
    collected    text[]  not null default '{}' check (strictly_ascending(collected)),
    -- hashes of the printed codes that nobody has used yet
    codes        text[]  not null default '{}' check (strictly_ascending(codes)),
    exchanged    integer not null default 0 check (exchanged >= 0),
    -- hashes of what was asked and answered, so that the same question gets the same answer
    answered     text[]  not null default '{}' check (strictly_ascending(answered)),
    -- ballots handed out on paper: to people without an account, and to people of the roll
    paper        integer not null default 0 check (paper >= 0),
    marked_off   integer not null default 0 check (marked_off >= 0)
);

-- The electorate by name. The id is random, it tells nothing of order or time.
create table roll_entries (
    id           uuid primary key,
    appraisal_id uuid not null,
    school_id    uuid not null,
    name         text not null check (char_length(name) between 1 and 60),
    username     text check (char_length(username) between 1 and 100),
    unique (appraisal_id, name),
    unique (appraisal_id, username)
);
create index rolls_of_a_person on roll_entries (username) where username is not null;

alter table ballot_boxes enable row level security;
alter table issuing_desks enable row level security;
alter table roll_entries enable row level security;
create policy the_system_alone on ballot_boxes using (reaches_all());
create policy the_system_alone on issuing_desks using (reaches_all());
create policy reached on roll_entries using (reaches_all() or school_id = any (reached()));

-- How many came in before today: all that a school is told while people vote.
create function returned_before(appraisal uuid, today date) returns integer
    language sql stable security definer set search_path = public
    as $$ select case when today > day then cardinality(receipts) else before_day end
          from ballot_boxes where appraisal_id = appraisal $$;
