package cn.sihong.award.selection;

import cn.sihong.award.register.Appraisals;
import cn.sihong.award.register.Inspections;
import cn.sihong.award.register.MutualReviews;
import cn.sihong.award.register.Programme;
import cn.sihong.award.register.Programme.Weights;
import cn.sihong.award.register.Stage;
import cn.sihong.award.register.Vetoes;

import org.springframework.stereotype.Component;

import java.time.LocalDate;

/**
 * What has to be over before a ranking is frozen (R58, invariant 7). A part without weight is not
 * waited for; acceptance always is, since it is a gate.
 */
@Component
class Closing {

    private final MutualReviews reviews;
    private final Inspections inspections;
    private final Appraisals appraisals;
    private final Vetoes vetoes;

    Closing(MutualReviews reviews, Inspections inspections, Appraisals appraisals, Vetoes vetoes) {
        this.reviews = reviews;
        this.inspections = inspections;
        this.appraisals = appraisals;
        this.vetoes = vetoes;
    }

    void requireAll(Programme programme, Weights weights, LocalDate today) {
        int undecided = vetoes.pending(programme.id());
        if (undecided > 0) throw new VetoOpen(undecided);
        if (weights.mutualReview() > 0 && !reviews.complete(programme.id()))
            throw new MutualReviewOpen();
        if (!programme.isOver(Stage.ACCEPTANCE, today)) {
            int waiting = inspections.waiting(programme.id());
            if (waiting > 0) throw new AcceptanceOpen(waiting);
        }
        if (weights.appraisal() > 0) {
            int open = appraisals.open(programme.id(), today);
            if (open > 0) throw new AppraisalOpen(open);
        }
    }
}
