package cn.sihong.review.draw;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a draw was mended after somebody dropped out; it follows from what stood before and from who
 * dropped out, so that the desk has nothing to choose.
 *
 * @param of hash of the draw sheet or replacement before
 * @param scored pairs of which something is scored already, which stay whatever happens; in order
 * @param gone pairs that are no more, in order
 * @param added pairs in their place, in order
 */
public record Replacement(
        String of, Dropouts dropouts, List<Pair> scored, List<Pair> gone, List<Pair> added) {

    public Replacement {
        scored = inOrder(scored);
        gone = inOrder(gone);
        added = inOrder(added);
    }

    /**
     * Mends a draw with the fewest changes there can be: whoever judged a school that left takes
     * over from a school that left, and only where that breaks a rule do two others change places.
     *
     * @param of hash of the draw sheet or replacement before
     * @param before who judges whom up to now
     * @param out who left the round before this time, and what conflicts were found then
     * @param dropouts who leaves now
     */
    public static Replacement of(
            String of,
            DrawList list,
            Collection<Pair> before,
            Collection<Pair> scored,
            Dropouts out,
            Dropouts dropouts) {
        return Desk.of(list, before, scored, out).replace(of, scored, dropouts);
    }

    /** The published text. */
    public String sheet() {
        var text = new StringBuilder();
        lines(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** SHA-256 of the sheet in UTF-8, hexadecimal. */
    public String sheetHash() {
        return Sha256.hexOfLines(this::lines);
    }

    private void lines(Consumer<String> to) {
        head(of, dropouts, scored, to);
        for (var pair : gone) to.accept("gone " + pair.reviewing() + ' ' + pair.judged());
        for (var pair : added) to.accept("new " + pair.reviewing() + ' ' + pair.judged());
    }

    /** All that the replacement follows from. */
    static void head(String of, Dropouts dropouts, Collection<Pair> scored, Consumer<String> to) {
        to.accept("sihong-replacement/1");
        to.accept("of " + of);
        for (var school : dropouts.withdrawn()) to.accept("withdrawn " + school);
        for (var school : dropouts.excused()) to.accept("excused " + school);
        for (var conflict : dropouts.conflicts())
            to.accept("conflict " + conflict.one() + ' ' + conflict.other());
        for (var pair : scored) to.accept("scored " + pair.reviewing() + ' ' + pair.judged());
    }

    private static List<Pair> inOrder(Collection<Pair> pairs) {
        return pairs.stream().sorted(Pair.IN_ORDER).toList();
    }
}
