package cn.sihong.award.ranking;

/**
 * What computing a package again found; needs nothing but the package.
 *
 * @param code which version of the calculation the package names
 * @param hash of the package as it was given
 * @param recomputedHash of the package with its output computed again
 */
public record Recompute(String code, String hash, String recomputedHash) {

    public static Recompute of(PackageText given) {
        var result = given.read();
        var again = PackageText.of(result.computedAgain());
        return new Recompute(result.code(), given.hash(), again.hash());
    }

    /** Whether not a byte differs. */
    public boolean same() {
        return hash.equals(recomputedHash);
    }
}
