/**
 * Real parts for tests: PostgreSQL, Kafka and an issuer of tokens, one of each for all tests of a
 * JVM. Containers where a Docker engine answers, servers of our own otherwise; the log says which.
 */
@NullMarked
package cn.sihong.platform.test;

import org.jspecify.annotations.NullMarked;
