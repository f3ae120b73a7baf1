-- An honour may be taken back; the school finds that on its application.
alter table applications
    drop constraint each_state_has_its_columns,
    add constraint each_state_has_its_columns check (
        case state
            when 'DRAFT'           then num_nonnulls(opinion, signed_by, signed_at, reason, rank, batch_id, number, certificate) = 0 and returns = 0
            when 'SUBMITTED'       then num_nonnulls(opinion, signed_by, signed_at) = 3 and num_nonnulls(reason, rank, batch_id, number, certificate) = 0
            when 'RETURNED'        then reason is not null and returns > 0 and num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number, certificate) = 0
            when 'RECOMMENDED'     then num_nonnulls(opinion, signed_by, signed_at, rank) = 4 and num_nonnulls(reason, batch_id, number, certificate) = 0
            when 'NOT_RECOMMENDED' then num_nonnulls(opinion, signed_by, signed_at, reason) = 4 and num_nonnulls(rank, batch_id, number, certificate) = 0
            when 'BATCHED'         then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id) = 5 and num_nonnulls(reason, number, certificate) = 0
            when 'RECEIVED'        then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number) = 6 and num_nonnulls(reason, certificate) = 0
            when 'CORRECTION'      then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number, reason, correct_by) = 8 and certificate is null
            when 'FORMALLY_OK'     then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number) = 6 and num_nonnulls(reason, certificate) = 0
            when 'NOT_ADMITTED'    then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number, reason) = 7 and certificate is null
            when 'HONOURED'        then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number, certificate) = 7 and reason is null
            when 'REVOKED'         then num_nonnulls(opinion, signed_by, signed_at, rank, batch_id, number, certificate, reason) = 8
            when 'WITHDRAWN'       then num_nonnulls(opinion, signed_by, signed_at, reason, rank, batch_id, number, certificate) = 0
            else false
        end);
