package cn.sihong.review.circulars;

import cn.sihong.review.circulars.Circular.Content;
import cn.sihong.review.findings.Area;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What supervision saw, counted over all schools.
 *
 * @param visited schools
 * @param findings by area, most frequent first
 */
record Facts(int visited, List<Tally> findings) {

    /** A number of schools this small would point at one. */
    private static final int FEW = 3;

    Facts {
        findings = List.copyOf(findings);
    }

    /**
     * @param schools at which something of the area was found
     * @param found findings in all
     * @param closed of them, closed by now
     */
    record Tally(Area area, int schools, int found, int closed) {}

    /** A draft to go on from; it says what is known and leaves the rest to its author. */
    Content draft(String title) {
        int found = findings.stream().mapToInt(Tally::found).sum();
        int closed = findings.stream().mapToInt(Tally::closed).sum();
        return new Content(
                title,
                "本次督查共走访学校（幼儿园） %d 所，发现问题 %d 个，已销号 %d 个。".formatted(visited, found, closed),
                "",
                findings.isEmpty()
                        ? "本次督查未发现需要整改的问题。"
                        : findings.stream().map(Facts::sentence).collect(Collectors.joining("\n")),
                "请有关学校对照整改清单按期整改，由书记签字答复；已答复的问题将由提出人核实。",
                null);
    }

    private static String sentence(Tally tally) {
        return "%s：%s存在问题。"
                .formatted(
                        tally.area().chinese(),
                        tally.schools() < FEW ? "个别学校" : "%d 所学校".formatted(tally.schools()));
    }
}
