/**
 * The embedded run: PostgreSQL, Kafka, Keycloak, an S3 store, the three services and the gateway as
 * separate processes on 127.0.0.1, with one command and no container engine.
 *
 * <p>A {@link cn.sihong.local.Part} says what one process needs and how one knows that it answers;
 * {@link cn.sihong.local.LocalRun} starts the parts in the order of their needs and hands back a
 * {@link cn.sihong.local.Running}. What lasts lies in one folder, {@link cn.sihong.local.House}.
 */
@NullMarked
package cn.sihong.local;

import org.jspecify.annotations.NullMarked;
