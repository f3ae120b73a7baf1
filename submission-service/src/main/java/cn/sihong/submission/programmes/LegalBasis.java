package cn.sihong.submission.programmes;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Why the bureau may run the programme at all (research.md §6.1). A draft may leave fields empty; a
 * published programme has them all.
 *
 * @param documentNumber 发文字号 of the approval
 * @param approvedBy the body that approved
 * @param listItem its place in the year's list of inspections and commendations (依据清单事项)
 */
public record LegalBasis(
        Mode mode,
        @Nullable String documentNumber,
        @Nullable String approvedBy,
        @Nullable LocalDate approvedOn,
        @Nullable String listItem) {

    /** What kind of undertaking it is; the kind decides the words. */
    public enum Mode {
        /** Approved as a commendation by the competent Party committee. */
        APPROVED(Words.COMMENDING),
        /** An assessment of the bureau's own units. */
        INTERNAL_ASSESSMENT(Words.PRAISING),
        /** An exchange of experience without titles. */
        EXCHANGE(Words.PRAISING),
        /** A commendation under the inner-Party honours regulation. */
        INNER_PARTY(Words.COMMENDING);

        private final Words words;

        Mode(Words words) {
            this.words = words;
        }

        public Words words() {
            return words;
        }
    }

    /** The words a mode allows. Without an approved commendation nobody is 表彰 or 授牌. */
    public enum Words {
        COMMENDING("表彰", "授牌", "表彰决定"),
        PRAISING("表扬", "交流", "情况通报");

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
    }
}
