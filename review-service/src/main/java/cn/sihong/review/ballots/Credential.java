package cn.sihong.review.ballots;

/** What somebody shows at the desk. */
sealed interface Credential {

    /** A verified account, whose name stands on the roll. */
    record Account(String username) implements Credential {}

    /** A printed code, of which nobody knows who drew it. */
    record Code(String typed) implements Credential {}
}
