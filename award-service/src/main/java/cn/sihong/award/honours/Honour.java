package cn.sihong.award.honours;

import cn.sihong.award.register.VerifyCode;

import java.time.LocalDate;
import java.util.UUID;

/** What one application was honoured with. */
sealed interface Honour {

    Entry entry();

    /** Identifies an honour. */
    record Id(UUID value) {}

    /**
     * What was honoured, in the words of the decision.
     *
     * @param version of this state; rises by one with every move
     */
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
            UUID unitId,
            long version) {

        Entry next() {
            return new Entry(
                    id,
                    commendationId,
                    programmeId,
                    applicationId,
                    category,
                    categoryName,
                    title,
                    schoolId,
                    schoolName,
                    unitId,
                    version + 1);
        }
    }

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

        boolean expiredOn(LocalDate day) {
            return day.isAfter(validUntil);
        }

        /** A look that was passed keeps it for a year from that day at least. */
        Certificate lookedAt(LocalDate on) {
            var year = on.plusYears(1);
            return new Certificate(number, code, year.isAfter(validUntil) ? year : validUntil);
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

        Valid revalidated(LocalDate on) {
            return new Valid(entry.next(), certificate.lookedAt(on));
        }

        Revoked revoke(Revocation revocation) {
            return new Revoked(entry.next(), certificate, revocation);
        }
    }

    /**
     * Why it was taken back.
     *
     * @param document number of the decision that says so
     */
    record Revocation(String reason, String document, LocalDate on) {}

    /** Taken back; it is kept, and its certificate says so. */
    record Revoked(Entry entry, Certificate certificate, Revocation revocation) implements Honour {}

    /** As the database and the wire spell it. */
    default String state() {
        return switch (this) {
            case Granted _ -> "GRANTED";
            case Valid _ -> "VALID";
            case Revoked _ -> "REVOKED";
        };
    }
}
