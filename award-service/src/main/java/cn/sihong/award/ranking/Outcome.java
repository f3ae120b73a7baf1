package cn.sihong.award.ranking;

/** What the ranking says of a candidate. */
public enum Outcome {
    /** Within the quota. */
    SELECTED,
    /** Equal with others where not all can be taken; a recorded vote names the order. */
    TIED,
    /** Behind a tie whose vote also decides what is left for those here. */
    PENDING,
    /** Behind the quota, or passed over for a limit, in order. */
    RESERVE,
    /** Did not pass a gate and was not ranked. */
    GATED_OUT
}
