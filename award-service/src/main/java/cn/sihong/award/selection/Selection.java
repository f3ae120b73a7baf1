package cn.sihong.award.selection;

import java.time.Instant;
import java.util.UUID;

/** The selection of a programme and how far it has come. */
public sealed interface Selection {

    Entry entry();

    /** Identifies a selection. */
    record Id(UUID value) {}

    /**
     * What every state has.
     *
     * @param version of this state; rises by one with every move
     */
    record Entry(Id id, UUID programmeId, long version) {
        Entry next() {
            return new Entry(id, programmeId, version + 1);
        }
    }

    /**
     * What freezing left for ever.
     *
     * @param packageHash SHA-256 of the result package
     * @param by who froze it; this person does not record the vote
     */
    record Seal(String packageHash, UUID by, Instant at) {}

    /** Scores still come in; the ranking is a preview. */
    record Open(Entry entry) implements Selection {
        Frozen freeze(Seal seal) {
            return new Frozen(entry.next(), seal);
        }
    }

    /** Ranked once and for all. */
    record Frozen(Entry entry, Seal seal) implements Selection {
        Deliberated deliberate(boolean adopted) {
            return new Deliberated(entry.next(), seal, adopted);
        }
    }

    /** The Party group voted; what it rejected ends here. */
    record Deliberated(Entry entry, Seal seal, boolean adopted) implements Selection {
        Proposed propose() {
            if (!adopted) throw new Rejected();
            return new Proposed(entry.next(), seal);
        }
    }

    /** The list stands, and is known to those who prepared it only. */
    record Proposed(Entry entry, Seal seal) implements Selection {
        Released release() {
            return new Released(entry.next(), seal);
        }

        Annulled annul() {
            return new Annulled(entry.next(), seal);
        }
    }

    /** Everybody may read what was decided of their own; the list may go to public notice. */
    record Released(Entry entry, Seal seal) implements Selection {
        InNotice enterNotice() {
            return new InNotice(entry.next(), seal);
        }

        Annulled annul() {
            return new Annulled(entry.next(), seal);
        }
    }

    /** The public may look at it. */
    record InNotice(Entry entry, Seal seal) implements Selection {
        Commended commend(String documentNumber) {
            return new Commended(entry.next(), seal, documentNumber);
        }

        Annulled annul() {
            return new Annulled(entry.next(), seal);
        }
    }

    /** The decision was issued. */
    record Commended(Entry entry, Seal seal, String documentNumber) implements Selection {}

    /** The list fell by a new decision; what was frozen stays, and another selection may follow. */
    record Annulled(Entry entry, Seal seal) implements Selection {}

    /** As the database and the wire spell it. */
    default String state() {
        return switch (this) {
            case Open _ -> "OPEN";
            case Frozen _ -> "FROZEN";
            case Deliberated _ -> "DELIBERATED";
            case Proposed _ -> "PROPOSED";
            case Released _ -> "RELEASED";
            case InNotice _ -> "IN_NOTICE";
            case Commended _ -> "COMMENDED";
            case Annulled _ -> "ANNULLED";
        };
    }

    /** In a person's words. */
    default String word() {
        return switch (this) {
            case Open _ -> "待冻结";
            case Frozen _ -> "已冻结，待表决";
            case Deliberated(_, _, var adopted) -> adopted ? "表决通过" : "表决未通过";
            case Proposed _ -> "已拟定名单，待发布";
            case Released _ -> "已发布，待公示";
            case InNotice _ -> "公示中";
            case Commended _ -> "已表彰";
            case Annulled _ -> "已撤销";
        };
    }
}
