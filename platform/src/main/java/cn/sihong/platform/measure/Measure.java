package cn.sihong.platform.measure;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * A figure that the service's database tells; declared as a bean.
 *
 * @param name as Micrometer writes it, its unit at the end
 * @param tag what the figure is divided by; without one the query answers a single row
 * @param query answers {@code value}, and {@code part} where there is a tag; cheap, for it is asked
 *     as long as the service runs
 * @param every how old the figure may be
 */
public record Measure(
        String name, String description, @Nullable String tag, String query, Duration every) {

    /** One figure. */
    public static Measure of(String name, String description, String query) {
        return new Measure(name, description, null, query, Duration.ofSeconds(5));
    }

    /** How many rows stand in each state; counting takes a while where there are many. */
    public static Measure states(String name, String description, String query) {
        return new Measure(name, description, "state", query, Duration.ofMinutes(1));
    }
}
