package cn.sihong.review.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The replacement desk: who judges whom, by number, while a draw is being mended. A school has room
 * for k judges and, since not every gap can be filled evenly, judges a few more than k at most.
 */
final class Desk {

    /** By how many reviews a school may be burdened beyond k before no replacement is found. */
    private static final int SPARE = 3;

    private static final int NOBODY = -1;
    private static final int GLANCES = 64;

    private final DrawList list;
    private final Map<UUID, Integer> places;
    private final int[] unitOf;
    private final Barred barred;
    private final int k;
    private final int n;

    /** Entries {@code s·k … s·k + k − 1}: who judges school s, or nobody. */
    private final int[] judges;

    /** Places of {@link #judges} that must stay as they are. */
    private final BitSet fixed = new BitSet();

    /** Entries {@code s·(k + SPARE) …}: whom school s judges, the first {@code load[s]} of them. */
    private final int[] judged;

    private final int[] load;
    private final BitSet withdrawn = new BitSet();
    private final BitSet excused = new BitSet();

    private Barred alsoBarred;
    private final List<DrawList.Conflict> found = new ArrayList<>();
    private final Set<Pair> gone = new HashSet<>();
    private final Set<Pair> added = new HashSet<>();
    private final Numbers free = new Numbers();
    private final Numbers orphans = new Numbers();

    private Desk(DrawList list, Map<UUID, Integer> places) {
        this.list = list;
        this.places = places;
        this.unitOf = list.units();
        this.barred = Barred.of(places, list.conflicts(), list.lastYear());
        this.k = list.k();
        this.n = list.schools().size();
        this.judges = new int[n * k];
        this.judged = new int[n * (k + SPARE)];
        this.load = new int[n];
        this.alsoBarred = Barred.of(places, List.of(), List.of());
        Arrays.fill(judges, NOBODY);
    }

    static Desk of(
            DrawList list, Collection<Pair> pairs, Collection<Pair> scored, Dropouts before) {
        var desk = new Desk(list, list.places());
        for (var pair : pairs) desk.seat(desk.place(pair.reviewing()), desk.place(pair.judged()));
        for (var pair : scored)
            desk.fixed.set(desk.slot(desk.place(pair.reviewing()), desk.place(pair.judged())));
        desk.leave(before);
        return desk;
    }

    /** Takes out who leaves and fills the gaps; can be done once. */
    Replacement replace(String of, Collection<Pair> scored, Dropouts dropouts) {
        var inOrder = scored.stream().sorted(Pair.IN_ORDER).toList();
        var chance =
                new SeededRandom(
                        Sha256.of(
                                Sha256.hexOfLines(
                                        to -> Replacement.head(of, dropouts, inOrder, to))));
        leave(dropouts);
        for (int school = 0; school < n; school++)
            for (int gap = load[school]; gap < k; gap++) free.add(school);
        for (var school : dropouts.withdrawn()) vacate(place(school), true);
        for (var school : dropouts.excused()) vacate(place(school), false);
        for (var conflict : dropouts.conflicts()) part(conflict);
        orphans.removeIf(withdrawn);
        free.removeIf(withdrawn);
        free.removeIf(excused);
        orphans.shuffle(chance);
        for (int i = 0; i < orphans.size(); i++) place(orphans.get(i), chance);
        return new Replacement(of, dropouts, inOrder, List.copyOf(gone), List.copyOf(added));
    }

    private void leave(Dropouts dropouts) {
        dropouts.withdrawn().forEach(school -> withdrawn.set(place(school)));
        dropouts.excused().forEach(school -> excused.set(place(school)));
        found.addAll(dropouts.conflicts());
        alsoBarred = Barred.of(places, found, List.of());
    }

    private void vacate(int school, boolean isJudgedNoMore) {
        for (int i = load[school] - 1; i >= 0; i--) {
            int to = judged[school * (k + SPARE) + i];
            if (!fixed.get(slot(school, to))) {
                unseat(school, to);
                orphans.add(to);
            }
        }
        if (!isJudgedNoMore) return;
        for (int slot = school * k; slot < school * k + k; slot++) {
            int judge = judges[slot];
            if (judge == NOBODY || fixed.get(slot)) continue;
            unseat(judge, school);
            free.add(judge);
        }
    }

    private void part(DrawList.Conflict conflict) {
        part(place(conflict.one()), place(conflict.other()));
        part(place(conflict.other()), place(conflict.one()));
    }

    private void part(int from, int to) {
        if (!judges(from, to) || fixed.get(slot(from, to))) return;
        unseat(from, to);
        free.add(from);
        orphans.add(to);
    }

    /**
     * Finds a school its missing judge: one with a gap, then by a change of places, then anybody.
     */
    private void place(int orphan, SeededRandom chance) {
        if (takesOneWithAGap(orphan, chance)
                || changesPlaces(orphan, chance)
                || burdens(orphan, k, chance)
                || burdens(orphan, k + SPARE - 1, chance)) return;
        throw new NoReplacement();
    }

    private boolean takesOneWithAGap(int orphan, SeededRandom chance) {
        if (free.size() == 0) return false;
        int start = chance.below(free.size());
        for (int i = 0; i < Math.min(free.size(), GLANCES); i++) {
            int at = (start + i) % free.size();
            if (!fits(free.get(at), orphan)) continue;
            add(free.get(at), orphan);
            free.remove(at);
            return true;
        }
        return false;
    }

    /** One with a gap takes over a review from a third school, which judges the orphan instead. */
    private boolean changesPlaces(int orphan, SeededRandom chance) {
        for (int i = 0; i < Math.min(free.size(), GLANCES); i++) {
            int at = (chance.below(free.size()) + i) % free.size();
            int taker = free.get(at);
            int start = chance.below(judges.length);
            for (int j = 0; j < judges.length; j++) {
                int slot = (start + j) % judges.length;
                int third = judges[slot];
                int school = slot / k;
                if (third == NOBODY || fixed.get(slot) || withdrawn.get(school)) continue;
                if (excused.get(third) || withdrawn.get(third) || !fits(third, orphan)) continue;
                if (!mayJudge(taker, school) || school == orphan) continue;
                boolean wasAdded = added.contains(pair(third, school));
                unseat(third, school);
                if (fits(taker, school) && fits(third, orphan)) {
                    add(taker, school);
                    add(third, orphan);
                    free.remove(at);
                    return true;
                }
                seat(third, school);
                gone.remove(pair(third, school));
                if (wasAdded) added.add(pair(third, school));
            }
        }
        return false;
    }

    private boolean burdens(int orphan, int atMost, SeededRandom chance) {
        int start = chance.below(n);
        for (int i = 0; i < n; i++) {
            int school = (start + i) % n;
            if (load[school] > atMost || withdrawn.get(school) || excused.get(school)) continue;
            if (!fits(school, orphan)) continue;
            add(school, orphan);
            return true;
        }
        return false;
    }

    private void add(int from, int to) {
        seat(from, to);
        var pair = pair(from, to);
        if (!gone.remove(pair)) added.add(pair);
    }

    /** Whether this school may be the judge that the other lacks. */
    private boolean fits(int from, int to) {
        return load[from] < k + SPARE && mayJudge(from, to) && !wouldBeJudgedByOneUnit(from, to);
    }

    private boolean mayJudge(int from, int to) {
        return from != to
                && unitOf[from] != unitOf[to]
                && !judges(from, to)
                && !judges(to, from)
                && !barred.bars(from, to)
                && !alsoBarred.bars(from, to);
    }

    private boolean wouldBeJudgedByOneUnit(int from, int to) {
        int gaps = 0;
        for (int slot = to * k; slot < to * k + k; slot++) {
            if (judges[slot] == NOBODY) gaps++;
            else if (unitOf[judges[slot]] != unitOf[from]) return false;
        }
        return gaps <= 1;
    }

    private boolean judges(int from, int to) {
        for (int slot = to * k; slot < to * k + k; slot++) if (judges[slot] == from) return true;
        return false;
    }

    private int slot(int from, int to) {
        for (int slot = to * k; slot < to * k + k; slot++) if (judges[slot] == from) return slot;
        throw new IllegalArgumentException(
                "school %d of the list does not judge school %d".formatted(from, to));
    }

    private void seat(int from, int to) {
        judges[slot(NOBODY, to)] = from;
        judged[from * (k + SPARE) + load[from]++] = to;
    }

    private void unseat(int from, int to) {
        judges[slot(from, to)] = NOBODY;
        int first = from * (k + SPARE);
        int last = first + --load[from];
        for (int i = first; i < last; i++) if (judged[i] == to) judged[i] = judged[last];
        var pair = pair(from, to);
        if (!added.remove(pair)) gone.add(pair);
    }

    private Pair pair(int from, int to) {
        return new Pair(list.schools().get(from).id(), list.schools().get(to).id());
    }

    private int place(UUID school) {
        var place = places.get(school);
        if (place == null) throw new IllegalArgumentException("not on the list: " + school);
        return place;
    }

    /** A bag of numbers from which any can be taken at once. */
    private static final class Numbers {
        private int[] numbers = new int[16];
        private int size;

        void add(int number) {
            if (size == numbers.length) numbers = Arrays.copyOf(numbers, 2 * size);
            numbers[size++] = number;
        }

        int get(int at) {
            return numbers[at];
        }

        int size() {
            return size;
        }

        void remove(int at) {
            numbers[at] = numbers[--size];
        }

        void removeIf(BitSet these) {
            int kept = 0;
            for (int i = 0; i < size; i++) if (!these.get(numbers[i])) numbers[kept++] = numbers[i];
            size = kept;
        }

        void shuffle(SeededRandom chance) {
            var used = Arrays.copyOf(numbers, size);
            chance.shuffle(used);
            System.arraycopy(used, 0, numbers, 0, size);
        }
    }
}
