-- A file that no application names any more ends: its name and its looks go with the state, its bytes
-- when the store says so.
-- not additive: it lets one state more pass; a file is in it after ten years only
alter table attachments
    add column cleared_at timestamptz,
    drop constraint each_state_has_its_columns,
    add constraint each_state_has_its_columns check (
        case state
            when 'QUARANTINED' then num_nonnulls(scanned_at, finding, cleared_at) = 0
            when 'RELEASED'    then num_nonnulls(finding, cleared_at) = 0
            when 'CONDEMNED'   then num_nonnulls(scanned_at, finding) = 2 and cleared_at is null
            when 'ENDED'       then num_nonnulls(finding, look_across) = 0
            else false
        end);
create index attachments_to_clear on attachments (id) where state = 'ENDED' and cleared_at is null;
