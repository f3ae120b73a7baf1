package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What members and the public say of a school (评议, R48–R50). Totals only: nothing here, nor
 * anywhere else, joins a voter and a ballot.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = AppraisalEvent.Unrecognised.class)
public sealed interface AppraisalEvent extends Event {

    String TOPIC = "appraisals";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * The ballot of one electorate of one school is open.
     *
     * @param electorate {@code PARTY_MEMBERS}, {@code STAFF} or {@code PARENTS}
     */
    @JsonTypeName("appraisal.opened.v1")
    record Opened(
            Stamp stamp,
            UUID appraisalId,
            UUID schoolId,
            String electorate,
            LocalDate opensOn,
            LocalDate closesOn)
            implements AppraisalEvent {
        @Override
        public String key() {
            return appraisalId.toString();
        }
    }

    /**
     * The ballots were counted.
     *
     * @param applicationId the item that was appraised; absent for the school's work as a whole
     * @param satisfaction share of satisfied among those who had an opinion, in thousandths of a
     *     point of 100; absent where fewer than five had an opinion
     * @param excellence share of 优秀, likewise
     * @param advisory turnout was below the rule: for reference only (仅供参考), never for a score
     */
    @JsonTypeName("appraisal.counted.v1")
    record Counted(
            Stamp stamp,
            UUID appraisalId,
            UUID schoolId,
            String electorate,
            @Nullable UUID applicationId,
            int eligible,
            int returned,
            int valid,
            @Nullable Long satisfaction,
            @Nullable Long excellence,
            boolean advisory)
            implements AppraisalEvent {
        @Override
        public String key() {
            return appraisalId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("appraisal.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements AppraisalEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
