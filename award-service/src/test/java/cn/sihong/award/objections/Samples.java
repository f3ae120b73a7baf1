package cn.sihong.award.objections;

import cn.sihong.award.objections.Objection.Clock;
import cn.sihong.award.objections.Objection.Entry;
import cn.sihong.award.objections.Objection.Kind;
import cn.sihong.award.objections.Objection.Matter;
import cn.sihong.award.objections.Objection.Registered;
import cn.sihong.award.objections.Objection.Voice;
import cn.sihong.platform.calendar.WorkingDays;

import java.time.LocalDate;
import java.util.UUID;

final class Samples {

    private Samples() {}

    static Registered registered(LocalDate on, WorkingDays days, boolean complete) {
        return new Registered(
                new Entry(
                        new Objection.Id(UUID.randomUUID()),
                        "异2026-0001",
                        Kind.OBJECTION,
                        complete ? Voice.PERSON : Voice.UNIT,
                        new Matter(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                "星火展厅",
                                UUID.randomUUID(),
                                "实验小学",
                                UUID.randomUUID()),
                        "展厅在申报期后才建成。",
                        on,
                        days.nthAfter(on, Clock.ACCEPT_WITHIN),
                        1),
                complete);
    }
}
