package cn.sihong.platform.reach;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which organisations' rows a transaction may see and change. */
public sealed interface Reach {

    /** All rows: the bureau's people, and the system applying events. */
    record Everything() implements Reach {}

    /** The rows of these organisations only. */
    record Organisations(Set<UUID> ids) implements Reach {
        public Organisations {
            ids = Set.copyOf(ids);
        }
    }

    static Reach everything() {
        return new Everything();
    }

    static Reach nothing() {
        return new Organisations(Set.of());
    }

    /** What the current thread may see: nothing, unless something was said. */
    static Reach current() {
        var reach = Holder.CURRENT.get();
        return reach == null ? nothing() : reach;
    }

    /** Acts with this reach and gives back the one before. */
    default <T extends @Nullable Object> T during(Supplier<T> deed) {
        var before = Holder.CURRENT.get();
        Holder.CURRENT.set(this);
        try {
            return deed.get();
        } finally {
            if (before == null) Holder.CURRENT.remove();
            else Holder.CURRENT.set(before);
        }
    }

    /** For those who are told when to begin and when to end: the listener container. */
    default void begin() {
        Holder.CURRENT.set(this);
    }

    static void end() {
        Holder.CURRENT.remove();
    }

    /** As the database reads it: {@code *} or an array of ids. */
    default String setting() {
        return switch (this) {
            case Everything() -> "*";
            case Organisations(var ids) ->
                    ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        };
    }

    /** Keeps the thread's reach out of sight. */
    final class Holder {
        private static final ThreadLocal<Reach> CURRENT = new ThreadLocal<>();

        private Holder() {}
    }
}
