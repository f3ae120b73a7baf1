-- What the origin did not agree to may be said again, better; what stands may not.
alter table adoptions drop constraint adoptions_honour_id_adopter_id_key;
-- not additive: what it refuses, the constraint before it refused as well
create unique index adoptions_standing on adoptions (honour_id, adopter_id) where state <> 'DECLINED';
