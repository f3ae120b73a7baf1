package cn.sihong.review.ballots;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.review.blindsignatures.BlindSignatures;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Takes one ballot for each token. It asks for nothing else, and keeps nothing else. */
@Component
class BallotBox {

    private final Boxes boxes;
    private final Clock clock;

    BallotBox(Boxes boxes, Clock clock) {
        this.boxes = boxes;
        this.clock = clock;
    }

    /**
     * Counts the ballot.
     *
     * @param marks one for each subject, in the paper's order
     */
    @Transactional
    public Receipt cast(UUID appraisal, Token token, List<Mark> marks) {
        var today = LocalDate.now(clock);
        var seen = boxes.get(appraisal);
        seen.requireOpen(today);
        check(marks, seen.ballot());
        if (token.prepared().length != Token.LENGTH
                || !BlindSignatures.holds(seen.publicKey(), token.prepared(), token.signature()))
            throw new TokenNotGenuine();
        var receipt = Receipt.of(token);
        if (seen.contains(receipt)) throw new AlreadyCast();
        var box = boxes.lock(appraisal);
        box.requireOpen(today);
        if (box.contains(receipt)) throw new AlreadyCast();
        boxes.save(box.with(receipt, marks, today));
        return receipt;
    }

    private static void check(List<Mark> marks, BallotPaper ballot) {
        if (marks.size() != ballot.subjects().size())
            throw new InvalidInput(
                    "marks", "选票共有 %d 项，请逐项选择；不选择的项请标为弃权。".formatted(ballot.subjects().size()));
        if (marks.contains(Mark.INVALID)) throw new InvalidInput("marks", "选票上没有“无效”这个选项，请重新选择。");
    }
}
