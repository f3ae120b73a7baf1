package cn.sihong.submission.programmes;

import static cn.sihong.submission.programmes.Module.CERTIFICATE;
import static cn.sihong.submission.programmes.Module.DECISION;
import static cn.sihong.submission.programmes.Module.NOTICE;
import static cn.sihong.submission.programmes.Module.PLAQUE;
import static cn.sihong.submission.programmes.Module.RANKING;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why the bureau may run the programme at all (research.md §6.1). A draft may leave fields empty; a
 * published programme has them all.
 *
 * @param documentNumber 发文字号 of the approval
 * @param approvedBy the body that approved
 * @param listItem its place in the year's list of inspections and commendations (依据清单事项)
 * @param period what the approval covers; absent: the programme's year
 */
public record LegalBasis(
        Mode mode,
        @Nullable String documentNumber,
        @Nullable String approvedBy,
        @Nullable LocalDate approvedOn,
        @Nullable String listItem,
        @Nullable Period period) {

    /** What the approval covers in a programme of this year. */
    Period periodOf(int year) {
        return period == null
                ? new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                : period;
    }

    /** What kind of undertaking it is; the kind decides the words and the modules. */
    public enum Mode {
        /** Approved as a commendation by the competent Party committee. */
        APPROVED("批准的表彰项目", Words.COMMENDING, RANKING, NOTICE, DECISION, CERTIFICATE, PLAQUE),
        /** An assessment of the bureau's own units. */
        INTERNAL_ASSESSMENT("内部考核", Words.PRAISING, RANKING, NOTICE, DECISION, CERTIFICATE),
        /** An exchange of experience without titles. */
        EXCHANGE("学习交流", Words.EXCHANGING, NOTICE, CERTIFICATE),
        /** A commendation under the inner-Party honours regulation. */
        INNER_PARTY("党内表彰", Words.COMMENDING, RANKING, NOTICE, DECISION, CERTIFICATE, PLAQUE);

        private final String chinese;
        private final Words words;

        @SuppressWarnings("ImmutableEnumChecker") // Set.of is
        private final Set<Module> modules;

        Mode(String chinese, Words words, Module... modules) {
            this.chinese = chinese;
            this.words = words;
            this.modules = Set.of(modules);
        }

        public String chinese() {
            return chinese;
        }

        public Words words() {
            return words;
        }

        /** What of the platform there is in such a programme. */
        public Set<Module> modules() {
            return modules;
        }
    }

    /** The words a mode allows. Without an approved commendation nobody is 表彰 or 授牌. */
    public enum Words {
        COMMENDING("表彰", "授牌", "表彰决定"),
        PRAISING("表扬", "交流", "情况通报"),
        EXCHANGING("推介", "交流", "交流通报");

        /** What may be said only where something was approved as a commendation. */
        private static final List<String> RESERVED = List.of("命名", "授牌", "表彰", "创建示范");

        private final String honour;
        private final String ceremony;
        private final String decision;

        Words(String honour, String ceremony, String decision) {
            this.honour = honour;
            this.ceremony = ceremony;
            this.decision = decision;
        }

        /** What the best receive. */
        public String honour() {
            return honour;
        }

        /** How it is handed over. */
        public String ceremony() {
            return ceremony;
        }

        /** The document that says so. */
        public String decision() {
            return decision;
        }

        /** The first word in the text that these do not allow. */
        Optional<String> forbiddenIn(String text) {
            return this == COMMENDING
                    ? Optional.empty()
                    : RESERVED.stream().filter(text::contains).findFirst();
        }
    }
}
