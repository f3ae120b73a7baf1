-- When somebody gave up their last seat; what is known of them ends some time after it.
alter table people add column closed_at timestamptz;
update people set closed_at = now() where account = 'CLOSED';
