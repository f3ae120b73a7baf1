-- Where the waiting events of a key begin among the dead letters, and what an operator wants done with them:
-- REPLAY applies them in order and lets the key go on, SKIP passes over the first and then replays.
-- Keys parked before have no place: their topic is read from its beginning.
alter table parked_keys
    add column letters_partition int,
    add column letters_from      bigint,
    add column wish              text check (wish in ('REPLAY', 'SKIP')),
    add constraint a_place_is_whole check ((letters_partition is null) = (letters_from is null));
