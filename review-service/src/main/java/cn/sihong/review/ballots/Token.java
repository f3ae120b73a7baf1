package cn.sihong.review.ballots;

/**
 * What lets a ballot into the box, once.
 *
 * @param prepared a random message and its random prefix
 * @param signature of the desk's key, made blindly
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they come; nobody compares or changes them
record Token(byte[] prepared, byte[] signature) {

    /** The browser's prefix of 32 random bytes and 32 random bytes of its own. */
    static final int LENGTH = 64;
}
