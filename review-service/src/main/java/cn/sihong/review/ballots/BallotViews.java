package cn.sihong.review.ballots;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** What voters and the public see of boxes. */
@Component
@Transactional(readOnly = true)
class BallotViews {

    private final Boxes boxes;
    private final Rolls rolls;

    BallotViews(Boxes boxes, Rolls rolls) {
        this.boxes = boxes;
        this.rolls = rolls;
    }

    public Box box(UUID appraisal) {
        return boxes.get(appraisal);
    }

    /**
     * The open boxes into which somebody may put a ballot; whether they did is nobody's business.
     */
    public List<Box> of(String username) {
        return rolls.appraisalsOf(username).stream()
                .flatMap(appraisal -> boxes.find(appraisal).stream())
                .filter(box -> !box.closed())
                .toList();
    }

    /** While people vote, the list would tell when each came. */
    public List<String> receipts(UUID appraisal) {
        var box = boxes.get(appraisal);
        if (!box.closed()) throw new NotCountedYet();
        return box.receipts();
    }
}
