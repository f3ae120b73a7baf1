package cn.sihong.scenarios;

import cn.sihong.scenarios.town.Category;
import cn.sihong.scenarios.town.Town;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was handed in and every score that was given, as those who did it remember. */
public final class Book {

    /**
     * An application.
     *
     * @param ordinal which of the school's in this category, from 1
     */
    public record Entry(
            UUID id, Town.School school, Category category, int ordinal, String title) {}

    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();
    private final Map<UUID, List<Integer>> peers = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> onSite = new ConcurrentHashMap<>();

    void applied(Entry entry) {
        entries.put(entry.id(), entry);
    }

    /**
     * What another school said.
     *
     * @param points in thousandths
     */
    void judgedByPeer(UUID application, int points) {
        peers.computeIfAbsent(application, _ -> new CopyOnWriteArrayList<>()).add(points);
    }

    void judgedOnSite(UUID application, int points) {
        onSite.put(application, points);
    }

    public Entry entry(UUID application) {
        var entry = entries.get(application);
        if (entry == null) throw new IllegalStateException("这项申报不是我们报的：" + application);
        return entry;
    }

    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    public List<Integer> peerPoints(UUID application) {
        return List.copyOf(peers.getOrDefault(application, List.of()));
    }

    public int onSitePoints(UUID application) {
        return onSite.getOrDefault(application, 0);
    }
}
