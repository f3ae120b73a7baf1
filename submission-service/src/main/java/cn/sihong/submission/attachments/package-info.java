/**
 * Attachments: the pictures schools show as evidence. The bytes lie in an object store behind the
 * S3 interface, the same code in production and on one machine; the table knows whose they are.
 *
 * <p>What arrives is judged by its content, never by its name: JPEG and PNG only, at most 10 MB and
 * 50 megapixels. Before anything is kept, all that is not picture is taken out (place, camera,
 * texts, whatever hides behind the end), so that no photo tells where a child stood.
 */
@NullMarked
package cn.sihong.submission.attachments;

import org.jspecify.annotations.NullMarked;
