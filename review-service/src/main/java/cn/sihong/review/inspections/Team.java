package cn.sihong.review.inspections;

import java.util.Set;
import java.util.UUID;

/**
 * Those who visit schools together (验收组).
 *
 * @param lead one of the members (组长)
 */
record Team(UUID id, UUID programmeId, String name, UUID lead, Set<UUID> members) {
    Team {
        members = Set.copyOf(members);
    }
}
