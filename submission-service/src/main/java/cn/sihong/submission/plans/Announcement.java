package cn.sihong.submission.plans;

import cn.sihong.contracts.PlanEvent;
import cn.sihong.contracts.Stamp;

import java.util.Optional;

/** What others are told of a plan, the only place that knows both the domain and the wire. */
final class Announcement {

    private Announcement() {}

    /** A draft is nobody's business. */
    static Optional<PlanEvent> of(SchoolPlan plan, Stamp stamp) {
        var id = plan.entry().id().value();
        var school = plan.entry().school().value();
        var unit = plan.entry().unit().value();
        return switch (plan) {
            case SchoolPlan.Draft _ -> Optional.empty();
            case SchoolPlan.Submitted _ ->
                    Optional.of(new PlanEvent.Submitted(stamp, id, school, unit));
            case SchoolPlan.Returned _ ->
                    Optional.of(new PlanEvent.Returned(stamp, id, school, unit));
            case SchoolPlan.GatePassed _ ->
                    Optional.of(new PlanEvent.GatePassed(stamp, id, school, unit));
            case SchoolPlan.Batched _ ->
                    Optional.of(new PlanEvent.Batched(stamp, id, school, unit));
            case SchoolPlan.Filed filed ->
                    Optional.of(
                            new PlanEvent.Filed(
                                    stamp, id, school, unit, filed.content().brandName()));
        };
    }
}
