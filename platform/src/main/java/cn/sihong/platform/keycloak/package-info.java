/**
 * The Keycloak adapter: a token becomes an {@link cn.sihong.platform.keycloak.Actor}, and people
 * become accounts. Keycloak's own Java adapters ended with 25.0.3; this package stands on Spring
 * Security's resource server and on Keycloak's admin REST interface, and is the only place that
 * knows how Keycloak spells things.
 */
@NullMarked
package cn.sihong.platform.keycloak;

import org.jspecify.annotations.NullMarked;
