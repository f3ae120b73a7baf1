package cn.sihong.award.register;

/**
 * Where the special ledger ended when it was last heard of.
 *
 * @param hash of its last entry, which seals all before it
 */
public record Checkpoint(long sequence, String hash) {}
