-- Decisions are prepared privately and released together: between the proposed list and the notice stands a
-- release by somebody who prepared none of it.
alter table selections drop constraint each_state_has_its_columns;
alter table selections add constraint each_state_has_its_columns check (
    case
        when state = 'OPEN' then num_nonnulls(package_hash, frozen_by, frozen_at, adopted, document_number) = 0
        when state = 'FROZEN' then num_nonnulls(package_hash, frozen_by, frozen_at) = 3
                               and num_nonnulls(adopted, document_number) = 0
        when state = 'DELIBERATED' then num_nonnulls(package_hash, frozen_by, frozen_at, adopted) = 4
                                    and document_number is null
        when state in ('PROPOSED', 'RELEASED', 'IN_NOTICE')
            then num_nonnulls(package_hash, frozen_by, frozen_at) = 3
             and coalesce(adopted, false) and document_number is null
        when state = 'COMMENDED' then num_nonnulls(package_hash, frozen_by, frozen_at, document_number) = 4
                                  and coalesce(adopted, false)
        else false
    end);

create table proposals (
    selection_id uuid        primary key references selections,
    proposed_by  uuid        not null,
    proposed_at  timestamptz not null
);

create table releases (
    selection_id uuid        primary key references selections,
    list_hash    text        not null,
    decisions    int         not null,
    selected     int         not null check (selected <= decisions),
    released_by  uuid        not null,
    released_at  timestamptz not null
);

-- What else the minutes of the meeting say.
alter table votes add column held_on date not null default current_date;
alter table votes alter column held_on drop default;
alter table votes add column agenda text[] not null default '{}';
alter table votes add column minutes text not null default '';
alter table votes add column recused int not null default 0;
alter table votes add constraint recused_members_do_not_vote check (recused >= 0 and present <= due - recused);

create table recusals (
    selection_id uuid not null references votes,
    position     int  not null,
    subject      uuid,
    member       text not null check (member <> ''),
    reason       text not null check (reason <> ''),
    primary key (selection_id, position)
);

-- By a new decision one fell out of the list; the place passed to the next in reserve, or stays empty.
create table replacements (
    id           uuid        primary key,
    selection_id uuid        not null references selections,
    gone         uuid        not null,
    successor    uuid,
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
    unique (selection_id, gone),
    foreign key (selection_id, gone) references winners (selection_id, application_id),
    constraint counts_add_up check (in_favour + against + abstained = present and present <= due - recused),
    constraint two_thirds_were_present check (present * 3 >= due * 2),
    constraint majority_of_all_members check (in_favour * 2 > due)
);

revoke update, delete on proposals, releases, recusals, replacements from ${app};
