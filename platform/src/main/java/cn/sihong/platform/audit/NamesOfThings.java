package cn.sihong.platform.audit;

import java.util.Map;

/**
 * What a service calls the things that deeds are done to. The trail itself keeps no names, because
 * it is kept for good.
 *
 * @param byKind of each kind of thing ({@code application}) a query that knows {@code :ids} and
 *     answers {@code id} and {@code name}; row security leaves out what the caller sees no more
 */
public record NamesOfThings(Map<String, String> byKind) {

    public NamesOfThings {
        byKind = Map.copyOf(byKind);
    }

    /** Things that are called what stands in a column of their own table. */
    public static String called(String table, String column) {
        return "select id, %s as name from %s where id = any (:ids)".formatted(column, table);
    }
}
