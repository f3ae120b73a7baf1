package cn.sihong.review.mutualreview;

import cn.sihong.platform.keycloak.Role;

import java.util.UUID;

/**
 * Somebody who saw the seed come from its source.
 *
 * @param seed as they read it themselves
 * @param dice what they threw, which the other witness cannot see before both are in
 */
record Witness(UUID subject, String name, Role role, String seed, String dice) {

    /** The chance of the draw: what both read, then what each threw. */
    static String seed(Witness one, Witness other) {
        return "%s | %s | %s".formatted(one.seed(), one.dice(), other.dice());
    }
}
