package cn.sihong.submission.sketches;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What somebody has begun on a designer's page.
 *
 * @param page what it is the next version of, {@code /forms/RED_CLASSROOM/2}
 * @param content as the page wrote it; only that page understands it
 * @param version 0 while nothing is kept
 */
record Sketch(String page, @Nullable String content, long version, @Nullable Instant keptAt) {

    static Sketch none(String page) {
        return new Sketch(page, null, 0, null);
    }
}
