package cn.sihong.submission.programmes;

/** A part of the platform that a programme's legal basis may leave out (research.md §6.1). */
public enum Module {
    /** Scores are put in an order. */
    RANKING,
    /** The chosen are made public before it is decided. */
    NOTICE,
    /** A document says who was chosen. */
    DECISION,
    /** Each of them gets a certificate. */
    CERTIFICATE,
    /** Each of them gets a plaque to hang up (授牌). */
    PLAQUE
}
