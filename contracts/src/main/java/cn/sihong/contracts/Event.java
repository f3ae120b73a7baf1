package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A fact that one service tells all others, each topic's facts under a root of its own. */
public sealed interface Event
        permits ApplicationEvent,
                AppraisalEvent,
                BatchEvent,
                CalendarEvent,
                FindingEvent,
                HonourEvent,
                InspectionEvent,
                LedgerEvent,
                MutualReviewEvent,
                NoticeEvent,
                NotificationEvent,
                OrganisationEvent,
                PlanEvent,
                ProgrammeEvent,
                SelectionEvent,
                SupervisionEvent {

    /** Which event this is, of whom, when. */
    Stamp stamp();

    /** The Kafka topic: the plural noun of what it is about. */
    @JsonIgnore
    String topic();

    /** The record key, the id of the aggregate: events of one key arrive in order. */
    @JsonIgnore
    String key();
}
