package cn.sihong.review.register;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Map;

/** Keeps the copies as submission-service tells them. */
@Component
class RegisterListener {

    private final Inbox inbox;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final Applications applications;

    RegisterListener(
            Inbox inbox,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            Applications applications) {
        this.inbox = inbox;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.applications = applications;
    }

    @Transactional
    @KafkaListener(
            topics = ProgrammeEvent.TOPIC,
            groupId = "${spring.application.name}.register.programmes")
    public void on(ProgrammeEvent event) {
        if (!inbox.firstTime("register", event)) return;
        switch (event) {
            case ProgrammeEvent.Published said ->
                    programmes.publish(programme(said), said.stamp().version());
            case ProgrammeEvent.Closed said ->
                    programmes.close(said.programmeId(), said.stamp().version());
            // what was wiped is over for good
            case ProgrammeEvent.Wiped said ->
                    programmes.close(said.programmeId(), said.stamp().version());
            case ProgrammeEvent.Extended _, ProgrammeEvent.Unrecognised _ -> {}
        }
    }

    @Transactional
    @KafkaListener(
            topics = OrganisationEvent.TOPIC,
            groupId = "${spring.application.name}.register.organisations")
    public void on(OrganisationEvent event) {
        if (!inbox.firstTime("register", event)) return;
        long version = event.stamp().version();
        switch (event) {
            case OrganisationEvent.Registered said ->
                    organisations.register(organisation(said), version);
            case OrganisationEvent.MemberSeated said ->
                    seats.tell(
                            new Seat(said.subject(), said.organisationId(), said.role()),
                            true,
                            version,
                            said.stamp().at());
            case OrganisationEvent.MemberLeft said ->
                    seats.tell(
                            new Seat(said.subject(), said.organisationId(), said.role()),
                            false,
                            version,
                            said.stamp().at());
            // the seats its successor's people have at it are said one by one
            case OrganisationEvent.Merged _, OrganisationEvent.Unrecognised _ -> {}
        }
    }

    /** Before the bureau receives an application, nobody here has to know of it. */
    @Transactional
    @KafkaListener(
            topics = ApplicationEvent.TOPIC,
            groupId = "${spring.application.name}.register.applications")
    public void on(ApplicationEvent event) {
        if (!inbox.firstTime("register", event)) return;
        switch (event) {
            case ApplicationEvent.Received said ->
                    applications.receive(application(said), said.stamp().version());
            case ApplicationEvent.Withdrawn said ->
                    applications.withdraw(said.applicationId(), said.stamp().version());
            case ApplicationEvent.Submitted _,
                    ApplicationEvent.Returned _,
                    ApplicationEvent.Screened _,
                    ApplicationEvent.Batched _,
                    ApplicationEvent.CorrectionAsked _,
                    ApplicationEvent.Corrected _,
                    ApplicationEvent.NotAdmitted _,
                    ApplicationEvent.Unrecognised _ -> {}
        }
    }

    private static Programme programme(ProgrammeEvent.Published said) {
        Map<Stage, Window> windows =
                said.windows().stream()
                        .filter(window -> Stage.of(window.stage()).isPresent())
                        .collect(
                                toMap(
                                        window -> Stage.valueOf(window.stage()),
                                        window -> new Window(window.opensOn(), window.closesOn())));
        return new Programme(said.programmeId(), said.title(), said.year(), false, windows);
    }

    private static Organisation organisation(OrganisationEvent.Registered said) {
        return new Organisation(
                said.organisationId(), said.name(), said.kind(), said.unitId(), said.parentId());
    }

    private static Application application(ApplicationEvent.Received said) {
        return new Application(
                said.applicationId(),
                requireNonNull(said.stamp().programmeId(), "an application without a programme"),
                said.schoolId(),
                said.category(),
                said.number(),
                said.title(),
                said.summary(),
                said.origin());
    }
}
