package cn.sihong.submission.applications;

import cn.sihong.submission.applications.Application.ApplicationNumber;
import cn.sihong.submission.applications.Application.Batched;
import cn.sihong.submission.applications.Application.Draft;
import cn.sihong.submission.applications.Application.Entry;
import cn.sihong.submission.applications.Application.FormallyOk;
import cn.sihong.submission.applications.Application.Honoured;
import cn.sihong.submission.applications.Application.InCorrection;
import cn.sihong.submission.applications.Application.NotAdmitted;
import cn.sihong.submission.applications.Application.NotRecommended;
import cn.sihong.submission.applications.Application.Received;
import cn.sihong.submission.applications.Application.Recommended;
import cn.sihong.submission.applications.Application.Returned;
import cn.sihong.submission.applications.Application.Revoked;
import cn.sihong.submission.applications.Application.Signature;
import cn.sihong.submission.applications.Application.Submitted;
import cn.sihong.submission.applications.Application.Withdrawn;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A state laid out flat, as the table and the wire have it: what a state does not have is absent.
 * The one place where all columns of all states meet.
 */
record Row(
        State state,
        Entry entry,
        Content content,
        @Nullable Signature signature,
        int returns,
        @Nullable String reason,
        @Nullable LocalDate dueOn,
        @Nullable Integer rank,
        @Nullable UUID batch,
        @Nullable ApplicationNumber number,
        int corrections,
        @Nullable LocalDate correctBy,
        @Nullable String certificate) {

    static Row of(Application application) {
        var bare = bare(application);
        return switch (application) {
            case Draft _, Withdrawn _ -> bare;
            case Submitted(_, _, var signature, var returns) -> bare.signed(signature, returns);
            case Returned(_, _, var returns, var reason, var dueOn) ->
                    bare.refused(returns, reason).due(dueOn);
            case Recommended(_, _, var signature, var returns, var rank) ->
                    bare.signed(signature, returns).ranked(rank, null);
            case NotRecommended(_, _, var signature, var returns, var reason) ->
                    bare.signed(signature, returns).refused(returns, reason);
            case Batched(_, _, var signature, var rank, var batch) ->
                    bare.signed(signature, 0).ranked(rank, batch);
            case Received(_, _, var signature, var rank, var batch, var number, var corrections) ->
                    bare.signed(signature, 0)
                            .ranked(rank, batch)
                            .numbered(number, null)
                            .corrected(corrections, null);
            case InCorrection(
                            _,
                            _,
                            var signature,
                            var rank,
                            var batch,
                            var number,
                            var reason,
                            var until) ->
                    bare.signed(signature, 0)
                            .refused(0, reason)
                            .ranked(rank, batch)
                            .numbered(number, null)
                            .corrected(0, until);
            case FormallyOk(_, _, var signature, var rank, var batch, var number) ->
                    bare.signed(signature, 0).ranked(rank, batch).numbered(number, null);
            case NotAdmitted(_, _, var signature, var rank, var batch, var number, var reason) ->
                    bare.signed(signature, 0)
                            .refused(0, reason)
                            .ranked(rank, batch)
                            .numbered(number, null);
            case Honoured(_, _, var signature, var rank, var batch, var number, var certificate) ->
                    bare.signed(signature, 0).ranked(rank, batch).numbered(number, certificate);
            case Revoked(
                            _,
                            _,
                            var signature,
                            var rank,
                            var batch,
                            var number,
                            var certificate,
                            var reason) ->
                    bare.signed(signature, 0)
                            .refused(0, reason)
                            .ranked(rank, batch)
                            .numbered(number, certificate);
        };
    }

    private static Row bare(Application application) {
        return new Row(
                State.of(application),
                application.entry(),
                application.content(),
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null);
    }

    private Row signed(Signature signature, int returns) {
        return new Row(
                state,
                entry,
                content,
                signature,
                returns,
                reason,
                dueOn,
                rank,
                batch,
                number,
                corrections,
                correctBy,
                certificate);
    }

    private Row refused(int returns, String reason) {
        return new Row(
                state,
                entry,
                content,
                signature,
                returns,
                reason,
                dueOn,
                rank,
                batch,
                number,
                corrections,
                correctBy,
                certificate);
    }

    private Row due(LocalDate dueOn) {
        return new Row(
                state,
                entry,
                content,
                signature,
                returns,
                reason,
                dueOn,
                rank,
                batch,
                number,
                corrections,
                correctBy,
                certificate);
    }

    private Row ranked(int rank, @Nullable UUID batch) {
        return new Row(
                state,
                entry,
                content,
                signature,
                returns,
                reason,
                dueOn,
                rank,
                batch,
                number,
                corrections,
                correctBy,
                certificate);
    }

    private Row numbered(ApplicationNumber number, @Nullable String certificate) {
        return new Row(
                state,
                entry,
                content,
                signature,
                returns,
                reason,
                dueOn,
                rank,
                batch,
                number,
                corrections,
                correctBy,
                certificate);
    }

    private Row corrected(int corrections, @Nullable LocalDate correctBy) {
        return new Row(
                state,
                entry,
                content,
                signature,
                returns,
                reason,
                dueOn,
                rank,
                batch,
                number,
                corrections,
                correctBy,
                certificate);
    }
}
