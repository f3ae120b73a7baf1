package cn.sihong.award.register;

import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.contracts.OrganisationEvent.MemberLeft;
import cn.sihong.contracts.OrganisationEvent.MemberSeated;
import cn.sihong.contracts.OrganisationEvent.Merged;
import cn.sihong.contracts.OrganisationEvent.Registered;
import cn.sihong.contracts.OrganisationEvent.Unrecognised;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class OrganisationListener {

    private final Inbox inbox;
    private final Organisations organisations;
    private final Seats seats;

    OrganisationListener(Inbox inbox, Organisations organisations, Seats seats) {
        this.inbox = inbox;
        this.organisations = organisations;
        this.seats = seats;
    }

    @Transactional
    @KafkaListener(
            topics = OrganisationEvent.TOPIC,
            groupId = "${spring.application.name}.organisations")
    public void on(OrganisationEvent event) {
        if (!inbox.firstTime("organisations", event)) return;
        switch (event) {
            case Registered said ->
                    organisations.keep(
                            said.organisationId(),
                            said.name(),
                            said.phase(),
                            said.unitId(),
                            said.stamp().version());
            case MemberSeated(var stamp, var organisation, var subject, var role) ->
                    seats.keep(organisation, subject, role, true, stamp.version());
            case MemberLeft(var stamp, var organisation, var subject, var role) ->
                    seats.keep(organisation, subject, role, false, stamp.version());
            // the seats its successor's people have at it are said one by one
            case Merged _, Unrecognised _ -> {}
        }
    }
}
