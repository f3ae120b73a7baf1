package cn.sihong.award.nominations;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** That a school puts one of its Party members forward (R61). */
sealed interface Nomination {

    Entry entry();

    /** Identifies a nomination; the id under which the member stands in the selection. */
    record Id(UUID value) {}

    /**
     * Who is put forward by whom.
     *
     * @param unitId the parent of the school, which answers
     * @param version of this state; rises by one with every move
     */
    record Entry(
            Id id,
            UUID programmeId,
            UUID schoolId,
            UUID unitId,
            Member member,
            BranchVote vote,
            UUID nominatedBy,
            long version) {
        Entry next() {
            return new Entry(
                    id, programmeId, schoolId, unitId, member, vote, nominatedBy, version + 1);
        }
    }

    /**
     * The member, in words that may be published; he or she agreed to that.
     *
     * @param post what the member does at school, {@code 语文教师}
     * @param head whether the member leads the school, which the limit on heads counts
     * @param deeds in the words of the branch
     */
    record Member(String name, String post, boolean head, String deeds) {}

    /** The parent unit has not answered. */
    record Nominated(Entry entry) implements Nomination {

        Endorsed endorse(UUID by) {
            if (by.equals(entry.nominatedBy)) throw new OwnNomination();
            return new Endorsed(entry.next(), by);
        }

        Declined decline(String reason, UUID by) {
            if (by.equals(entry.nominatedBy)) throw new OwnNomination();
            return new Declined(entry.next(), by, reason);
        }

        Withdrawn withdraw(String reason) {
            return new Withdrawn(entry.next(), null, reason);
        }
    }

    /** Stands for selection. */
    record Endorsed(Entry entry, UUID by) implements Nomination {

        Withdrawn withdraw(String reason) {
            return new Withdrawn(entry.next(), by, reason);
        }
    }

    /** The parent unit does not stand by it; the school may put another forward. */
    record Declined(Entry entry, UUID by, String reason) implements Nomination {}

    /**
     * Taken back by the school.
     *
     * @param by who had endorsed it before, if anybody
     */
    record Withdrawn(Entry entry, @Nullable UUID by, String reason) implements Nomination {}

    /** As the database and the wire spell it. */
    default String state() {
        return switch (this) {
            case Nominated _ -> "NOMINATED";
            case Endorsed _ -> "ENDORSED";
            case Declined _ -> "DECLINED";
            case Withdrawn _ -> "WITHDRAWN";
        };
    }

    /** In a person's words. */
    default String word() {
        return switch (this) {
            case Nominated _ -> "待主管单位审核";
            case Endorsed _ -> "已同意，参加评选";
            case Declined _ -> "未获同意";
            case Withdrawn _ -> "已撤回";
        };
    }
}
