package cn.sihong.award.selection;

/** What the ranking says of a candidate. */
public enum Outcome {
    /** Within the quota. */
    SELECTED,
    /** Equal with others across the edge of the quota; a recorded vote names the order. */
    TIED,
    /** Behind the quota, in order. */
    RESERVE,
    /** Did not pass a gate and was not ranked. */
    GATED_OUT
}
