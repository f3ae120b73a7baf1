-- A sustained appeal may make a whole list fall: by a new decision it is annulled, and the programme selected for anew.
alter table selections drop constraint each_state_has_its_columns;
alter table selections add constraint each_state_has_its_columns check (
    case
        when state = 'OPEN' then num_nonnulls(package_hash, frozen_by, frozen_at, adopted, document_number) = 0
        when state = 'FROZEN' then num_nonnulls(package_hash, frozen_by, frozen_at) = 3
                               and num_nonnulls(adopted, document_number) = 0
        when state = 'DELIBERATED' then num_nonnulls(package_hash, frozen_by, frozen_at, adopted) = 4
                                    and document_number is null
        when state in ('PROPOSED', 'RELEASED', 'IN_NOTICE', 'ANNULLED')
            then num_nonnulls(package_hash, frozen_by, frozen_at) = 3
             and coalesce(adopted, false) and document_number is null
        when state = 'COMMENDED' then num_nonnulls(package_hash, frozen_by, frozen_at, document_number) = 4
                                  and coalesce(adopted, false)
        else false
    end);

drop index one_live_selection;
create unique index one_live_selection on selections (programme_id)
    where adopted is distinct from false and state <> 'ANNULLED';

create table annulments (
    selection_id uuid        primary key references selections,
    reason       text        not null check (reason <> ''),
    held_on      date        not null,
    due          int         not null check (due >= 1),
    present      int         not null,
    in_favour    int         not null check (in_favour >= 0),
    against      int         not null check (against >= 0),
    abstained    int         not null check (abstained >= 0),
    recused      int         not null check (recused >= 0),
    recorded_by  uuid        not null,
    recorded_at  timestamptz not null,
    constraint counts_add_up check (in_favour + against + abstained = present and present <= due - recused),
    constraint two_thirds_were_present check (present * 3 >= due * 2),
    constraint majority_of_all_members check (in_favour * 2 > due)
);

-- Who took no part in a later decision on a list, by the id of that decision.
create table later_recusals (
    decision_id uuid not null,
    position    int  not null,
    subject     uuid,
    member      text not null check (member <> ''),
    reason      text not null check (reason <> ''),
    primary key (decision_id, position)
);
revoke update, delete on annulments, later_recusals from ${app};

-- The notice of a list that was annulled stands no more.
alter table notices
    drop constraint each_state_has_its_columns,
    add constraint each_state_has_its_columns check (
        case state when 'DRAFT' then author is not null and closed_at is null and shortened_because is null
                   when 'OPEN' then closed_at is null
                   when 'CLOSED' then closed_at is not null
                   when 'WITHDRAWN' then closed_at is not null
                   else false end);
