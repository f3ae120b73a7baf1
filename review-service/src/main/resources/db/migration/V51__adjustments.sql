-- Bonuses and deductions are records of the visit like all others, and stand on a rule of the rubric.
alter table field_records drop constraint field_records_kind_check;
alter table field_records add constraint field_records_kind_check check (kind in
    ('METHOD', 'POINTS', 'EXCEPTION', 'ADJUSTMENT', 'ABSENCE', 'SCORES_LOCKED', 'SIGNATURE'));
alter table field_records
    add column rule text,
    add foreign key (rubric_id, rule) references adjustment_rules (rubric_id, code),
    drop constraint points_have_their_rubric,
    add constraint points_have_their_rubric check (
        num_nonnulls(about, criterion, max_points) = case when body ->> 'kind' = 'POINTS' then 3 else 0 end),
    add constraint adjustments_have_their_rule check (
        (rule is not null) = (body ->> 'kind' = 'ADJUSTMENT')
        and (rubric_id is not null) = (body ->> 'kind' in ('POINTS', 'ADJUSTMENT')));
