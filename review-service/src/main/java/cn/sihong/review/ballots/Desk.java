package cn.sihong.review.ballots;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the issuing desk of one appraisal knows: who has come, never for which token.
 *
 * @param signingKey in its case; absent once the box is closed
 * @param collected ids of roll entries
 * @param codes hashes of printed codes not used yet
 * @param exchanged codes that were used
 * @param answered hashes of questions that were answered
 * @param paper ballots handed out on paper to people without an account
 * @param markedOff ballots handed out on paper to people who are marked off on the roll
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they come; nobody compares or changes them
record Desk(
        LocalDate opensOn,
        LocalDate closesOn,
        byte @Nullable [] signingKey,
        List<String> collected,
        List<String> codes,
        int exchanged,
        List<String> answered,
        int paper,
        int markedOff) {

    Desk {
        collected = List.copyOf(collected);
        codes = List.copyOf(codes);
        answered = List.copyOf(answered);
    }

    static Desk opened(BallotPaper ballot, byte[] signingKey) {
        return new Desk(
                ballot.opensOn(),
                ballot.closesOn(),
                signingKey,
                List.of(),
                List.of(),
                0,
                List.of(),
                0,
                0);
    }

    boolean isOpenOn(LocalDate day) {
        return signingKey != null && !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }

    /** Ballots that were given out (发出): tokens, printed codes, paper. */
    int issued() {
        return collected.size() + codes.size() + exchanged + paper;
    }

    int onPaper() {
        return paper + markedOff;
    }

    boolean hasAnswered(String question) {
        return Ascending.contains(answered, question);
    }

    Desk collect(String entry, String question) {
        return new Desk(
                opensOn,
                closesOn,
                signingKey,
                Ascending.with(collected, entry),
                codes,
                exchanged,
                Ascending.with(answered, question),
                paper,
                markedOff);
    }

    Desk exchange(String code, String question) {
        return new Desk(
                opensOn,
                closesOn,
                signingKey,
                collected,
                Ascending.without(codes, code),
                exchanged + 1,
                Ascending.with(answered, question),
                paper,
                markedOff);
    }

    /** Those of the roll count as having come; the others are a number. */
    Desk handOutPaper(List<String> entries, int unnamed) {
        var all = collected;
        for (var entry : entries) all = Ascending.with(all, entry);
        return new Desk(
                opensOn,
                closesOn,
                signingKey,
                all,
                codes,
                exchanged,
                answered,
                paper + unnamed,
                markedOff + entries.size());
    }

    Desk withCodes(List<String> fresh) {
        var all = new ArrayList<>(codes);
        all.addAll(fresh);
        return new Desk(
                opensOn,
                closesOn,
                signingKey,
                collected,
                all.stream().sorted().toList(),
                exchanged,
                answered,
                paper,
                markedOff);
    }

    Desk withoutCodes() {
        return new Desk(
                opensOn,
                closesOn,
                signingKey,
                collected,
                List.of(),
                exchanged,
                answered,
                paper,
                markedOff);
    }
}
