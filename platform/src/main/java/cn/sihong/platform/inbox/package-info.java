/**
 * What a service hears from others. Events come at least once and, after a failure, late: {@link
 * cn.sihong.platform.inbox.Inbox#firstTime} lets each reader apply an event once, in the
 * transaction of its effect.
 *
 * <p>An event that cannot be applied is tried again for a while, then goes to {@code <topic>.dlt}
 * and its key is parked: whatever comes later for that key goes the same way, so that order holds.
 * An event of a type this build does not know is counted and let pass.
 */
@NullMarked
package cn.sihong.platform.inbox;

import org.jspecify.annotations.NullMarked;
