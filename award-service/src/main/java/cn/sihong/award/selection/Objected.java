package cn.sihong.award.selection;

import java.util.Set;
import java.util.UUID;

/** Which applications stand under an objection; whoever keeps the objections answers it. */
public interface Objected {

    /** Applications of the programme with an objection that nobody has decided. */
    Set<UUID> openIn(UUID programme);
}
