package cn.sihong.review.ballots;

import cn.sihong.review.blindsignatures.Signer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What {@code appraisals} does with desk and box, inside its own transactions. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Ballots {

    private static final int CODE_LETTERS = 16;

    private final Desks desks;
    private final Boxes boxes;
    private final Rolls rolls;
    private final KeyCase keys;
    private final SecureRandom chance = new SecureRandom();

    Ballots(Desks desks, Boxes boxes, Rolls rolls, KeyCase keys) {
        this.desks = desks;
        this.boxes = boxes;
        this.rolls = rolls;
        this.keys = keys;
    }

    /**
     * What the box gives when it is closed.
     *
     * @param issued tokens, codes and papers given out (发出)
     * @param onPaper papers among them
     * @param returned electronic ballots
     * @param tallies for each subject how often each {@link Mark} was given
     */
    public record Emptied(int issued, int onPaper, int returned, List<List<Integer>> tallies) {}

    /** Opens desk and box with a new key. */
    public void open(BallotPaper ballot) {
        var signer = Signer.fresh();
        desks.open(ballot.appraisal(), Desk.opened(ballot, keys.close(signer.privateKey())));
        boxes.open(Box.opened(ballot, signer.publicKey()));
    }

    /** As if it had never been opened. */
    public void wipe(UUID appraisal) {
        desks.wipe(appraisal);
        boxes.wipe(appraisal);
    }

    /** Nothing comes in any more; who came is forgotten, and the key with it. */
    public Emptied close(UUID appraisal) {
        var desk = desks.lock(appraisal);
        var box = boxes.lock(appraisal);
        boxes.close(appraisal);
        desks.close(appraisal);
        return new Emptied(
                desk.issued(),
                desk.onPaper(),
                box.receipts().size(),
                IntStream.range(0, box.ballot().subjects().size()).mapToObj(box::tallyOf).toList());
    }

    /** How many papers were handed out. */
    public int onPaper(UUID appraisal) {
        return desks.lock(appraisal).onPaper();
    }

    /** Ballots that came in before today; more is told to nobody while people vote. */
    public int returnedBefore(UUID appraisal, LocalDate today) {
        return boxes.returnedBefore(appraisal, today);
    }

    /**
     * Prints so many codes, for whoever has no account; they are known to the caller alone.
     *
     * @param most codes and papers that people without an account may have in all
     * @param anew those printed before and not yet used are void
     */
    public List<String> printCodes(UUID appraisal, int count, int most, boolean anew) {
        var before = desks.lock(appraisal);
        var desk = anew ? before.withoutCodes() : before;
        int left = most - desk.codes().size() - desk.exchanged() - desk.paper();
        if (count > left) throw new TooManyCodes(left);
        var codes = Stream.generate(this::code).limit(count).toList();
        desks.save(appraisal, desk.withCodes(codes.stream().map(IssuingDesk::hash).toList()));
        return codes;
    }

    /**
     * Ballots on paper: those of the roll are marked off, and have no token any more.
     *
     * @param unnamed how many were given to people without an account
     * @param most codes and papers that people without an account may have in all
     */
    public void handOutPaper(UUID appraisal, List<UUID> entries, int unnamed, int most) {
        var desk = desks.lock(appraisal);
        var withAccount =
                rolls.of(appraisal).stream()
                        .filter(entry -> entry.username() != null)
                        .map(RollEntry::id)
                        .toList();
        if (!withAccount.containsAll(entries)) throw new NotOnTheRoll();
        var ids = entries.stream().map(UUID::toString).distinct().toList();
        if (ids.stream().anyMatch(id -> Ascending.contains(desk.collected(), id)))
            throw new AlreadyCollected();
        int left = most - desk.codes().size() - desk.exchanged() - desk.paper();
        if (unnamed > left) throw new TooManyCodes(left);
        desks.save(appraisal, desk.handOutPaper(ids, unnamed));
    }

    private String code() {
        var bytes = new byte[10];
        chance.nextBytes(bytes);
        var letters = Crockford.letters(bytes, CODE_LETTERS);
        return IntStream.range(0, 4)
                .mapToObj(group -> letters.substring(group * 4, group * 4 + 4))
                .collect(java.util.stream.Collectors.joining("-"));
    }
}
