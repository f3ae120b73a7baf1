/**
 * What services tell each other, and nothing else: one sealed root of records for each topic.
 *
 * <p>An event is a fact in the past tense. Its wire name is written on it ({@code
 * application.screened.v1}) and never derived from a Java name, so a class may move without anybody
 * noticing. A change that only adds stays {@code .v1}; any other change is a new record {@code .v2}
 * announced beside the old one until its last reader is gone. A type this build does not know
 * arrives as {@code Unrecognised} and harms nobody. No event carries personal data beyond ids and
 * public names.
 */
@NullMarked
package cn.sihong.contracts;

import org.jspecify.annotations.NullMarked;
