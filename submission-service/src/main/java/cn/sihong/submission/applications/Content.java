package cn.sihong.submission.applications;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a school writes: the common part of the form (附件2, research.md §3.2). A draft may hold
 * anything {@link Form} lets pass; {@link Completeness} says what a submission needs.
 *
 * @param title the item's name, or the person's for a 红色园丁
 * @param origin put forward or built (R44)
 * @param teachingLink how it belongs to teaching (R67)
 * @param mechanism how it lasts (R39)
 * @param schoolNotice the notice at the school before submission, as far as it is known
 * @param photos attachments of the school
 */
record Content(
        String title,
        Origin origin,
        String summary,
        String deeds,
        String effect,
        String teachingLink,
        String mechanism,
        SchoolNotice schoolNotice,
        List<UUID> photos) {

    Content {
        photos = List.copyOf(photos);
    }

    /** 推荐 or 打造: both count for the minimum of R44. */
    enum Origin {
        RECOMMENDED,
        BUILT
    }

    /**
     * The notice at the school (校内公示), both days included.
     *
     * @param objections whether anybody objected
     */
    record SchoolNotice(
            @Nullable LocalDate from, @Nullable LocalDate to, String place, boolean objections) {}
}
