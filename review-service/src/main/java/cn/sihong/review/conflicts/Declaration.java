package cn.sihong.review.conflicts;

import java.util.UUID;

/**
 * What somebody declares.
 *
 * @param schoolId whose reviewer it is about
 * @param otherSchoolId whom that reviewer should not judge
 * @param note for discipline alone; may be empty
 */
record Declaration(
        UUID id, UUID programmeId, UUID schoolId, UUID otherSchoolId, Kind kind, String note) {}
