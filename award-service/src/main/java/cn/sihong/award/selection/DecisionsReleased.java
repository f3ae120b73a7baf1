package cn.sihong.award.selection;

import java.util.Set;
import java.util.UUID;

/**
 * Said within the transaction in which decisions became known: from here on each applicant may read
 * its own.
 *
 * @param changed of a list that was known already, whose decision is another now; empty where all
 *     are released together
 */
public record DecisionsReleased(Selection.Id selection, Set<UUID> changed) {

    public DecisionsReleased {
        changed = Set.copyOf(changed);
    }
}
