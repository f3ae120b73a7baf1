-- Takes a demonstration away with everything that hangs below it, also what the service itself may
-- only add to. Which tables these are, the foreign keys say; what counted is never touched.
create function wipe_demonstration(asked uuid) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    step record;
    gone bigint;
    total bigint := 0;
begin
    if not exists (select from programmes where id = asked and demonstration) then
        raise exception 'only a demonstration is wiped';
    end if;
    for step in
        with recursive below (tab, condition, path, depth) as (
            select 'programmes'::regclass, format('id = %L', asked), array['programmes'::regclass::oid], 0
            union all
            select c.conrelid::regclass,
                   format('%I in (select %I from %s where %s)', a.attname, t.attname, b.tab, b.condition) collate "default",
                   b.path || c.conrelid, b.depth + 1
            from below b
            join pg_constraint c on c.confrelid = b.tab and c.contype = 'f' and cardinality(c.conkey) = 1
                and c.conrelid <> all (b.path)
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            join pg_attribute t on t.attrelid = c.confrelid and t.attnum = c.confkey[1])
        select tab, condition from below order by depth desc
    loop
        execute format('delete from %s where %s', step.tab, step.condition);
        get diagnostics gone = row_count;
        total := total + gone;
    end loop;
    return total;
end
$$;
