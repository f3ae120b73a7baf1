package cn.sihong.award.register;

import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.InspectionEvent.Explained;
import cn.sihong.contracts.InspectionEvent.Locked;
import cn.sihong.contracts.InspectionEvent.Scheduled;
import cn.sihong.contracts.InspectionEvent.Signed;
import cn.sihong.contracts.InspectionEvent.Unrecognised;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

@Component
class InspectionListener {

    private final Inbox inbox;
    private final Inspections inspections;
    private final Explanations explanations;
    private final Declarations declarations;

    InspectionListener(
            Inbox inbox,
            Inspections inspections,
            Explanations explanations,
            Declarations declarations) {
        this.inbox = inbox;
        this.inspections = inspections;
        this.explanations = explanations;
        this.declarations = declarations;
    }

    @Transactional
    @KafkaListener(
            topics = InspectionEvent.TOPIC,
            groupId = "${spring.application.name}.inspections")
    public void on(InspectionEvent event) {
        if (!inbox.firstTime("inspections", event)) return;
        switch (event) {
            case Scheduled said ->
                    inspections.schedule(said.inspectionId(), programmeOf(said), said.schoolId());
            case Locked said -> {
                inspections.keep(result(said), said.items());
                declarations.scored(programmeOf(said), said.stamp().at());
            }
            case Explained said -> explain(said);
            case Signed _, Unrecognised _ -> {}
        }
    }

    private void explain(Explained said) {
        var version = said.stamp().version();
        explanations.keep(
                said.inspectionId(),
                said.schoolId(),
                version,
                indicators(said.school()),
                adjustments(said));
        for (var item : said.items())
            explanations.keep(
                    said.inspectionId(),
                    item.applicationId(),
                    version,
                    indicators(item.indicators()),
                    List.of());
    }

    private static List<Indicator> indicators(List<InspectionEvent.Indicator> said) {
        return said.stream()
                .map(one -> new Indicator(one.code(), one.name(), one.points(), one.max()))
                .toList();
    }

    /** What was added or taken beside the indicators, in words. */
    private static List<String> adjustments(Explained said) {
        if (said.adjustments() == null) return List.of();
        return said.adjustments().stream()
                .map(one ->
                        "%s %s 分：%s（%s）"
                                .formatted(
                                        one.points() > 0 ? "加" : "扣",
                                        BigDecimal.valueOf(Math.abs(one.points()), 3)
                                                .stripTrailingZeros()
                                                .toPlainString(),
                                        one.name(),
                                        one.reason()))
                .toList();
    }

    private static Inspections.Result result(Locked said) {
        return new Inspections.Result(
                said.inspectionId(),
                programmeOf(said),
                said.schoolId(),
                said.schoolScore(),
                said.stamp().at(),
                said.stamp().version());
    }

    private static UUID programmeOf(InspectionEvent said) {
        return Objects.requireNonNull(said.stamp().programmeId());
    }
}
