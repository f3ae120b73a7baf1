package cn.sihong.award.objections;

import java.util.Optional;
import java.util.UUID;

/** What the public may object to today. The notices answer it. */
public interface NoticeBoard {

    /** One of a notice's list. */
    record Listed(
            UUID noticeId,
            UUID selectionId,
            UUID programmeId,
            UUID applicationId,
            String title,
            UUID schoolId,
            String schoolName,
            UUID unitId) {}

    /** A notice whose last day is not over, for those whose application is not on its list. */
    record Running(UUID noticeId, UUID selectionId) {}

    /** The entry of a notice, as long as its last day is not over. */
    Optional<Listed> listed(UUID noticeId, UUID applicationId);

    /** The running notice of a programme: the days in which a school may appeal. */
    Optional<Running> running(UUID programmeId);
}
