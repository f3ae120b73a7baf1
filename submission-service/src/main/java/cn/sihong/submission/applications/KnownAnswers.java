package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Content.SCHOOL_NOTICE;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.Programmes;
import cn.sihong.submission.progress.YearSoFar;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the platform knows of a form's answers before anybody types (一数一源, research.md §6.2): the
 * school's own words in other places, each with where they come from. Nothing is written by it;
 * whoever fills in the form looks at each and keeps or changes it.
 */
@Component
class KnownAnswers {

    /** Places stay from year to year; people and lessons are others each time. */
    private static final Set<Category> PLACES =
            EnumSet.of(Category.RED_READING_ROOM, Category.RED_BASE);

    private static final JsonNodeFactory MADE = JsonNodeFactory.instance;

    private final Applications applications;
    private final Forms forms;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final YearSoFar year;

    KnownAnswers(
            Applications applications,
            Forms forms,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            YearSoFar year) {
        this.applications = applications;
        this.forms = forms;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.year = year;
    }

    /** Where an answer was given before. */
    enum Source {
        ORGANISATION,
        WEEKS,
        ACTIVITIES,
        MECHANISM,
        /** Another application of the same year. */
        THIS_YEAR,
        /** The same category's application of the year before. */
        YEAR_BEFORE
    }

    /** An answer under its field's key; of one with parts, the parts that are known. */
    record Known(String key, JsonNode answer, Source source) {

        /** A form may ask differently than the one on which it was answered. */
        private boolean fits(Field field) {
            return field.faults(answer, key, false).findAny().isEmpty();
        }
    }

    /**
     * What is known for one more application of the category, in no more than the form can take.
     */
    @Transactional(readOnly = true)
    List<Known> of(
            Programme.Id programmeId, Organisation.Id school, Category category, Actor actor) {
        seats.mustHold(actor, school, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
        var edition = programmes.published(programmeId).rule(category).formEdition();
        var form = forms.get(category, edition);
        var known = new LinkedHashMap<String, Known>();
        if (PLACES.contains(category)) yearBefore(known, programmeId, school, form);
        ofTheYear(known, programmeId, school, category);
        ofTheSchool(known, school);
        notice(known, programmeId, school);
        return form.fields().stream()
                .flatMap(field ->
                        Stream.ofNullable(known.get(field.key())).filter(one -> one.fits(field)))
                .toList();
    }

    private void ofTheSchool(Map<String, Known> known, Organisation.Id id) {
        var phase = organisations.get(id).phase();
        if (phase != null) add(known, "phase", MADE.stringNode(phase.name()), Source.ORGANISATION);
    }

    private void ofTheYear(
            Map<String, Known> known,
            Programme.Id programme,
            Organisation.Id school,
            Category category) {
        var spoken = year.spoken(programme, school);
        if (spoken.weeks() > 0) {
            add(known, "weeksHeld", MADE.numberNode(spoken.weeks()), Source.WEEKS);
            add(known, "membersSpoken", MADE.numberNode(spoken.spoken()), Source.WEEKS);
        }
        if (spoken.members() != null)
            add(known, "members", MADE.numberNode(spoken.members()), Source.WEEKS);
        var items = MADE.arrayNode();
        year.teaching(programme, school, category).stream()
                .limit(5)
                .forEach(one -> items.addObject().put("item", one.item()).put("kind", one.kind()));
        add(known, "teachingItems", items, Source.ACTIVITIES);
        var mechanism = MADE.stringNode(year.mechanism(programme, school, category));
        add(known, "mechanism", mechanism, Source.MECHANISM);
    }

    /** A school hangs out one notice for all it puts forward; next year at the same place. */
    private void notice(Map<String, Known> known, Programme.Id programme, Organisation.Id school) {
        applications
                .lastNotice(school, programme)
                .ifPresent(notice -> add(known, SCHOOL_NOTICE, notice, Source.THIS_YEAR));
        if (known.containsKey(SCHOOL_NOTICE)) return;
        applications
                .lastNotice(school)
                .map(notice -> notice.path("place"))
                .filter(JsonNode::isString)
                .ifPresent(place ->
                        add(
                                known,
                                SCHOOL_NOTICE,
                                MADE.objectNode().set("place", place),
                                Source.YEAR_BEFORE));
    }

    /** What is short and of the place itself; essays, scores, proof and consent are this year's. */
    private void yearBefore(
            Map<String, Known> known, Programme.Id programme, Organisation.Id school, Form form) {
        applications
                .latestBefore(programme, school, form.category())
                .ifPresent(before ->
                        form.fields().stream()
                                .filter(KnownAnswers::stays)
                                .forEach(field ->
                                        before.find(field.key())
                                                .ifPresent(answer ->
                                                        add(
                                                                known,
                                                                field.key(),
                                                                answer,
                                                                Source.YEAR_BEFORE))));
    }

    private static boolean stays(Field field) {
        return switch (field) {
            case Field.Text text -> text.rows() == 1;
            case Field.Choice _ -> !field.key().equals(Content.ORIGIN);
            case Field.Amount _, Field.YesNo _, Field.Month _, Field.Table _ -> true;
            case Field.Consent _, Field.Day _, Field.Scores _, Field.Evidence _, Field.Notice _ ->
                    false;
        };
    }

    private static void add(Map<String, Known> known, String key, JsonNode answer, Source source) {
        if (!Content.isNothing(answer)) known.put(key, new Known(key, answer, source));
    }
}
