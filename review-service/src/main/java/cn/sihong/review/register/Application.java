package cn.sihong.review.register;

import java.util.UUID;

/**
 * What the bureau received of a school, as those who judge it may see it.
 *
 * @param category {@code RED_GARDENER}, {@code RED_READING_ROOM}, {@code RED_CLASSROOM} or {@code
 *     RED_BASE}
 * @param number public number, unique in the programme
 * @param origin {@code RECOMMENDED} or {@code BUILT} (R44)
 */
public record Application(
        UUID id,
        UUID programmeId,
        UUID schoolId,
        String category,
        String number,
        String title,
        String summary,
        String origin) {}
