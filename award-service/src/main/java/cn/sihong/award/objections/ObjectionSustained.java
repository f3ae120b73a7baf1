package cn.sihong.award.objections;

import java.util.UUID;

/**
 * Said within the transaction in which the Party group decided: whoever keeps the list has to
 * decide it anew.
 *
 * @param applicationId what the objection was against, or whose judgement was appealed
 * @param appeal a school was right about how its own was judged; otherwise somebody was right about
 *     what stands on the list
 */
public record ObjectionSustained(
        UUID objectionId, UUID programmeId, UUID selectionId, UUID applicationId, boolean appeal) {}
