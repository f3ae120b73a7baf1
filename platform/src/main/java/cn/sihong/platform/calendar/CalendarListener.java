package cn.sihong.platform.calendar;

import cn.sihong.contracts.CalendarEvent;
import cn.sihong.contracts.CalendarEvent.DayCleared;
import cn.sihong.contracts.CalendarEvent.DayDeclared;
import cn.sihong.contracts.CalendarEvent.Unrecognised;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the table of a service that does not edit it ({@code sihong.calendar.follow}). */
class CalendarListener {

    private final Inbox inbox;
    private final CalendarDays days;

    CalendarListener(Inbox inbox, CalendarDays days) {
        this.inbox = inbox;
        this.days = days;
    }

    @Transactional
    @KafkaListener(topics = CalendarEvent.TOPIC, groupId = "${spring.application.name}.calendar")
    public void on(CalendarEvent event) {
        if (!inbox.firstTime("calendar", event)) return;
        switch (event) {
            case DayDeclared said ->
                    days.declare(
                            new CalendarDays.Day(
                                    said.day(),
                                    said.workday(),
                                    said.name(),
                                    said.stamp().version()));
            case DayCleared said -> days.clear(said.day(), said.stamp().version());
            case Unrecognised _ -> {}
        }
    }
}
