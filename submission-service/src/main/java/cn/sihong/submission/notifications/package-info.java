/**
 * What people are told, and when. Whoever has something to say announces {@code
 * notification.requested.v1}; here it is known who the people are. Each is told once, in a list on
 * the platform and, if they left an address, by mail in kind hours. Reminders of windows and duties
 * are such requests too.
 *
 * <pre>
 *   requested ──▶ told (in the list) ──▶ read
 *                   └──▶ mail CLAIMED ──▶ SENT | REFUSED | UNCERTAIN
 * </pre>
 *
 * <p>A mail is claimed before it is sent, and what was claimed is never sent again: whose process
 * died between sending and noting it leaves an UNCERTAIN mail behind, which the list makes up for.
 */
@NullMarked
package cn.sihong.submission.notifications;

import org.jspecify.annotations.NullMarked;
