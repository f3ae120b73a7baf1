package cn.sihong.submission.progress;

import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** Something a school did for one of the four reds. */
record Activity(Entry entry, Content content) {

    record Id(UUID value) {}

    /** What never changes, and the version that always does; 0 until it was written. */
    record Entry(
            Id id,
            Programme.Id programme,
            Organisation.Id school,
            Organisation.Id unit,
            long version) {}

    /**
     * What is said of it, as briefly as can be (R38).
     *
     * @param participants a number and no names; absent where nobody counted
     * @param teaching what of teaching it belongs to (R67); absent is an answer too
     */
    record Content(
            Category kind,
            ActivityType type,
            LocalDate on,
            String title,
            @Nullable Integer participants,
            String note,
            @Nullable Teaching teaching) {}

    /** An item of teaching that exists anyway. */
    record Teaching(Kind kind, String item) {

        enum Kind {
            LESSON,
            CLASS_MEETING,
            RESEARCH,
            AFTER_CLASS,
            DUTY
        }
    }

    Activity revise(Content content) {
        return new Activity(entry, content);
    }
}
