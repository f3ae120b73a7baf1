package cn.sihong.submission.programmes;

import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.submission.programmes.Programme.Closed;
import cn.sihong.submission.programmes.Programme.Published;

/** What others hear of a programme. */
final class Announcement {

    private static final long THOUSANDTHS = 1_000;

    private Announcement() {}

    static ProgrammeEvent of(Published programme, Stamp stamp) {
        var terms = programme.terms();
        var weights = terms.weights();
        return new ProgrammeEvent.Published(
                stamp,
                programme.id().value(),
                terms.title(),
                terms.year(),
                terms.legalBasis().mode().name(),
                terms.demonstration(),
                terms.categories().stream().map(Announcement::category).toList(),
                terms.windows().stream().map(Announcement::window).toList(),
                new ProgrammeEvent.Weights(
                        weights.mutualReview(),
                        weights.appraisal(),
                        weights.acceptance(),
                        weights.supervision()),
                rules(terms));
    }

    private static ProgrammeEvent.Rules rules(Terms terms) {
        var rules = terms.selection();
        return new ProgrammeEvent.Rules(
                rules.minimumAcceptance() * THOUSANDTHS,
                rules.minimumSatisfaction() * THOUSANDTHS,
                rules.tieBreak().stream().map(Enum::name).toList(),
                new ProgrammeEvent.Caps(
                        rules.perSchool(), rules.headsPercent(), rules.kindergartens()),
                rules.outstandingSchools(),
                rules.outstandingMembers());
    }

    static ProgrammeEvent of(Published programme, Extension extension, Stamp stamp) {
        return new ProgrammeEvent.Extended(
                stamp,
                programme.id().value(),
                extension.unit().value(),
                extension.stage().name(),
                extension.until());
    }

    static ProgrammeEvent wiped(Programme.Id programme, Stamp stamp) {
        return new ProgrammeEvent.Wiped(stamp, programme.value());
    }

    static ProgrammeEvent of(Closed programme, Stamp stamp) {
        return new ProgrammeEvent.Closed(stamp, programme.id().value());
    }

    private static ProgrammeEvent.Category category(CategoryRule rule) {
        return new ProgrammeEvent.Category(
                rule.category().name(),
                rule.name(),
                rule.minPerUnit(),
                rule.maxPerUnit(),
                rule.quota());
    }

    private static ProgrammeEvent.Window window(Window window) {
        return new ProgrammeEvent.Window(
                window.stage().name(), window.opensOn(), window.closesOn());
    }
}
