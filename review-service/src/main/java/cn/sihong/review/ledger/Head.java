package cn.sihong.review.ledger;

/**
 * Where the ledger ends. Who notes it down can tell later that nothing was cut off.
 *
 * @param sequence of the last entry, 0 while there is none
 */
record Head(long sequence, String hash) {

    static final Head NONE = new Head(0, Entry.BEGINNING);
}
