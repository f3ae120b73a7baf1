-- What anybody is told who holds a certificate's number and its code. The view reads with its owner's
-- eyes, for the public has no seat and would see nothing; so that a check is one statement, and these
-- columns are all that it can ever tell.
create view issued_certificates as
select h.certificate_number as number, h.verify_code as code, h.valid_until, h.revoked_on,
       h.category, h.category_name, h.title, h.school_name,
       p.title as programme_title, p.demonstration, c.document_number, c.issued_on
from honours h
join commendations c on c.id = h.commendation_id
join programmes p on p.id = h.programme_id
where h.certificate_number is not null;
