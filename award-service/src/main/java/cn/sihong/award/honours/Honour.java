package cn.sihong.award.honours;

import java.time.LocalDate;
import java.util.UUID;

/** What one application was honoured with. */
sealed interface Honour {

    Entry entry();

    /** Identifies an honour. */
    record Id(UUID value) {}

    /** What was honoured, in the words of the decision. */
    record Entry(
            Id id,
            UUID commendationId,
            UUID programmeId,
            UUID applicationId,
            String category,
            String categoryName,
            String title,
            UUID schoolId,
            String schoolName,
            UUID unitId) {}

    /**
     * Says to everybody that the honour is real.
     *
     * @param number unique for ever, {@code 红园证〔2027〕0007号}
     * @param code what a stranger cannot guess
     * @param validUntil its last day
     */
    record Certificate(String number, String code, LocalDate validUntil) {

        static final int YEARS = 3;

        static Certificate issued(LocalDate on, CertificateNumber number) {
            return new Certificate(
                    number.text(), VerifyCode.next(), on.plusYears(YEARS).minusDays(1));
        }
    }

    /** The decision was made; its certificate has no number yet. */
    record Granted(Entry entry) implements Honour {
        Valid certified(Certificate certificate) {
            return new Valid(entry, certificate);
        }
    }

    /** It has its certificate. */
    record Valid(Entry entry, Certificate certificate) implements Honour {
        boolean expiredOn(LocalDate day) {
            return day.isAfter(certificate.validUntil());
        }
    }

    /** As the database and the wire spell it. */
    default String state() {
        return switch (this) {
            case Granted _ -> "GRANTED";
            case Valid _ -> "VALID";
        };
    }
}
