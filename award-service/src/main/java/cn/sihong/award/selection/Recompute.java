package cn.sihong.award.selection;

/**
 * What computing a package again found; needs nothing but the package.
 *
 * @param hash of the package as it was given
 * @param recomputedHash of the package with its output computed again
 */
record Recompute(String hash, String recomputedHash) {

    static Recompute of(PackageText given) {
        var again = PackageText.of(given.read().computedAgain());
        return new Recompute(given.hash(), again.hash());
    }

    /** Whether not a byte differs. */
    boolean same() {
        return hash.equals(recomputedHash);
    }
}
