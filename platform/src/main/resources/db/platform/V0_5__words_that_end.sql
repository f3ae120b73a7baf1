-- Where words stood whose term is over stands that it is over, and nothing where nothing stood: every
-- reader and every constraint finds the row as before. A service may say the same of types of its own.
create function ended(words text) returns text language sql immutable
    return case when words <> '' then '（已到期清除）' else words end;
create function ended(words text[]) returns text[] language sql immutable
    return case when cardinality(words) > 0 then array_fill(ended('…'), array[cardinality(words)]) else words end;
create function ended(ids uuid[]) returns uuid[] language sql immutable
    return case when ids is not null then '{}'::uuid[] end;
-- A mark that something outside the database has ended.
create function ended(already boolean) returns boolean language sql immutable return true;

-- Which words end, a service says in a view words_that_end: of what table (thing), in which columns
-- (words), and to what year a row belongs (year, in terms of its columns; none: it stays). The service
-- asks, the functions look at the age themselves: no row goes before its year is over for ten years,
-- whatever is asked.
create function words_due(year text, words text) returns text language sql immutable
    return format('make_date(%s + 1, 1, 1) < least($1, current_date - interval ''10 years'')'
                      || ' and row(%s) is distinct from row(%s)',
                  year, words, regexp_replace(words, '\w+', 'ended(\&)', 'g'));

create function words_past(before date) returns bigint
    language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
    one record;
    here bigint;
    past bigint := 0;
begin
    for one in select * from public.words_that_end loop
        execute format('select count(*) from %I where %s', one.thing, words_due(one.year, one.words))
            into here using before;
        past := past + here;
    end loop;
    return past;
end $$;

create function end_words(before date, most bigint) returns bigint
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    one record;
    here bigint;
    gone bigint := 0;
begin
    for one in select * from public.words_that_end loop
        execute format('update %1$I set (%2$s) = row(%3$s)'
                           || ' where ctid = any (array(select ctid from %1$I where %4$s limit $2))',
                       one.thing, one.words, regexp_replace(one.words, '\w+', 'ended(\&)', 'g'),
                       words_due(one.year, one.words))
            using before, most - gone;
        get diagnostics here = row_count;
        gone := gone + here;
        exit when gone >= most;
    end loop;
    return gone;
end $$;
revoke execute on function words_past, end_words from public;
grant execute on function words_past, end_words to ${app};

-- What guards a row against the service lets these functions pass: they act as the owner.
create function owner_acts() returns boolean language sql stable
    return (select pg_get_userbyid(relowner) = current_user from pg_class where oid = 'audit'::regclass);
