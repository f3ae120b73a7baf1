/** The story against the whole platform: real PostgreSQL, Kafka and Keycloak, real processes. */
@NullMarked
package cn.sihong.scenarios;

import org.jspecify.annotations.NullMarked;
