/**
 * Attachments: the pictures, films and documents schools show as evidence. The bytes lie in an
 * object store behind the S3 interface, the same code in production and on one machine; the table
 * knows whose they are.
 *
 * <pre>
 *                       scanner finds nothing, or is off
 *   Quarantined ───────────────────────────────▶ Released
 *        │                                          │ scanned later
 *        └── scanner finds something ──▶ Condemned ◀┘
 *
 *   each of them ── past its term, named by no application ──▶ Ended
 * </pre>
 *
 * <p>What arrives is judged by its content, never by its name, within limits by kind, and cleaned
 * before anything is kept: a photo or film does not tell where a child stood, a document does
 * nothing when it is opened, and whatever hides behind an end is cut off. All of it streams: memory
 * does not grow with the file. Whether somebody may see a file is asked at every request, for its
 * thumbnail too.
 *
 * <p>When a file ends, the package {@code retention} says; {@link
 * cn.sihong.submission.attachments.Clearance} then takes its bytes out of the store.
 */
@NullMarked
package cn.sihong.submission.attachments;

import org.jspecify.annotations.NullMarked;
