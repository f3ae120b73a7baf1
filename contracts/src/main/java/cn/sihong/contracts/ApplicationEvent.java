package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The fate of an application (申报, R42–R45). */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = ApplicationEvent.Unrecognised.class)
public sealed interface ApplicationEvent extends Event {

    String TOPIC = "applications";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** The school's secretary submitted the application. */
    @JsonTypeName("application.submitted.v1")
    record Submitted(
            Stamp stamp,
            UUID applicationId,
            UUID schoolId,
            UUID unitId,
            String category,
            String title,
            String origin)
            implements ApplicationEvent {
        @Override
        public String key() {
            return applicationId.toString();
        }
    }

    /** The unit sent it back to be improved. */
    @JsonTypeName("application.returned.v1")
    record Returned(Stamp stamp, UUID applicationId, UUID schoolId, UUID unitId, String category)
            implements ApplicationEvent {
        @Override
        public String key() {
            return applicationId.toString();
        }
    }

    /**
     * The unit screened it (审核筛选, R43): recommended at a rank, or not recommended and then without
     * a rank.
     */
    @JsonTypeName("application.screened.v1")
    record Screened(
            Stamp stamp,
            UUID applicationId,
            UUID schoolId,
            UUID unitId,
            String category,
            boolean recommended,
            @Nullable Integer rank)
            implements ApplicationEvent {
        @Override
        public String key() {
            return applicationId.toString();
        }
    }

    /** The unit reported it to the bureau in its batch (统一报送, R45). */
    @JsonTypeName("application.batched.v1")
    record Batched(
            Stamp stamp,
            UUID applicationId,
            UUID schoolId,
            UUID unitId,
            String category,
            UUID batchId)
            implements ApplicationEvent {
        @Override
        public String key() {
            return applicationId.toString();
        }
    }

    /**
     * One of an application's texts, with the names of persons and of the school struck.
     *
     * @param key of the form's field, {@code deeds}
     * @param label what the form asks, {@code 主要做法}
     */
    record BlindText(String key, String label, String text) {}

    /**
     * The bureau received it and found it formally in order (受理); from here on it is reviewed, and
     * this is all that reviewers and the selection need to know of it.
     *
     * @param head whether the nominee leads a school (校领导), whose share may be limited; absent
     *     where nobody is nominated
     * @param texts what may be read where nobody may know whose it is (盲评); absent in events of
     *     before it was said
     */
    @JsonTypeName("application.received.v1")
    record Received(
            Stamp stamp,
            UUID applicationId,
            UUID schoolId,
            UUID unitId,
            String category,
            String number,
            String title,
            String summary,
            String origin,
            int rank,
            @Nullable Boolean head,
            @Nullable List<BlindText> texts)
            implements ApplicationEvent {

        /** Where there is nothing to be read blind. */
        public Received(
                Stamp stamp,
                UUID applicationId,
                UUID schoolId,
                UUID unitId,
                String category,
                String number,
                String title,
                String summary,
                String origin,
                int rank,
                @Nullable Boolean head) {
            this(
                    stamp,
                    applicationId,
                    schoolId,
                    unitId,
                    category,
                    number,
                    title,
                    summary,
                    origin,
                    rank,
                    head,
                    null);
        }

        /** Where nothing is known of a nominee. */
        public Received(
                Stamp stamp,
                UUID applicationId,
                UUID schoolId,
                UUID unitId,
                String category,
                String number,
                String title,
                String summary,
                String origin,
                int rank) {
            this(
                    stamp,
                    applicationId,
                    schoolId,
                    unitId,
                    category,
                    number,
                    title,
                    summary,
                    origin,
                    rank,
                    null);
        }

        @Override
        public String key() {
            return applicationId.toString();
        }
    }

    /** The bureau's formal check found faults that the school may put right until a day (补正). */
    @JsonTypeName("application.correction-asked.v1")
    record CorrectionAsked(
            Stamp stamp,
            UUID applicationId,
            UUID schoolId,
            UUID unitId,
            String category,
            LocalDate dueOn)
            implements ApplicationEvent {
        @Override
        public String key() {
            return applicationId.toString();
        }
    }

    /** The school put the formal faults right. */
    @JsonTypeName("application.corrected.v1")
    record Corrected(Stamp stamp, UUID applicationId, UUID schoolId, UUID unitId, String category)
            implements ApplicationEvent {
        @Override
        public String key() {
            return applicationId.toString();
        }
    }

    /** It did not pass the formal check, and is not reviewed. */
    @JsonTypeName("application.not-admitted.v1")
    record NotAdmitted(Stamp stamp, UUID applicationId, UUID schoolId, UUID unitId, String category)
            implements ApplicationEvent {
        @Override
        public String key() {
            return applicationId.toString();
        }
    }

    /** The school took it back. */
    @JsonTypeName("application.withdrawn.v1")
    record Withdrawn(Stamp stamp, UUID applicationId, UUID schoolId, UUID unitId, String category)
            implements ApplicationEvent {
        @Override
        public String key() {
            return applicationId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("application.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements ApplicationEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
