package cn.sihong.review.conflicts;

import cn.sihong.review.draw.DrawList.Conflict;

import java.util.UUID;

/** That two schools may meet all the same. */
record Waiver(UUID id, UUID programmeId, Conflict between, String reason) {}
