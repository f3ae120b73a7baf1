package cn.sihong.submission.plans;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became different between two editions of a plan, clause by clause, for people to read. */
final class Comparison {

    /** A clause ends with its punctuation, or with its line. */
    private static final Pattern AFTER_A_CLAUSE = Pattern.compile("(?<=[，。；！？\n])");

    private Comparison() {}

    enum Kind {
        KEPT,
        ADDED,
        REMOVED
    }

    record Piece(Kind kind, String text) {}

    /** One text that differs, in pieces: put together without the added ones it is the old text. */
    record Change(Section section, String label, List<Piece> pieces) {}

    static List<Change> between(Content before, Content after) {
        var old = texts(before);
        return texts(after).entrySet().stream()
                .filter(text -> !Objects.equals(old.get(text.getKey()), text.getValue()))
                .map(text ->
                        new Change(
                                text.getKey().section(),
                                text.getKey().label(),
                                pieces(old.getOrDefault(text.getKey(), ""), text.getValue())))
                .toList();
    }

    private record Place(Section section, String label) {}

    private static Map<Place, String> texts(Content content) {
        var texts = new LinkedHashMap<Place, String>();
        texts.put(new Place(Section.ANALYSIS, "思想建设"), content.ideology());
        texts.put(new Place(Section.ANALYSIS, "组织建设"), content.organisation());
        texts.put(new Place(Section.ANALYSIS, "制度建设"), content.institution());
        texts.put(new Place(Section.ANALYSIS, "队伍建设"), content.team());
        texts.put(new Place(Section.ANALYSIS, "党风廉政建设"), content.integrity());
        texts.put(new Place(Section.HIGHLIGHTS, "亮点与特色"), content.highlights());
        texts.put(new Place(Section.BRAND, "品牌名称"), content.brandName());
        texts.put(new Place(Section.BRAND, "品牌内涵"), content.brandMeaning());
        texts.put(new Place(Section.BRAND, "品牌载体"), content.brandCarrier());
        texts.put(new Place(Section.BRAND, "创建方法"), content.brandMethod());
        texts.put(new Place(Section.BRAND, "预期成效"), content.brandEffect());
        texts.put(
                new Place(Section.TARGETS, "年度工作目标"),
                lines(
                        content.targets().stream()
                                .map(target ->
                                        "%s（%s，%s）"
                                                .formatted(
                                                        target.text(),
                                                        target.measure(),
                                                        target.dueOn() == null
                                                                ? "日期未定"
                                                                : target.dueOn()))));
        texts.put(new Place(Section.LEADERSHIP, "党组织书记"), content.secretary());
        texts.put(new Place(Section.LEADERSHIP, "党建信息员"), content.infoOfficer());
        texts.put(
                new Place(Section.LEADERSHIP, "领导小组"),
                lines(
                        content.leadGroup().stream()
                                .map(leader -> leader.name() + "：" + leader.duty())));
        texts.put(new Place(Section.DISCUSSION, "研讨情况"), told(content.discussion()));
        texts.put(
                new Place(Section.PUBLICITY, "宣传情况"),
                lines(content.publicity().stream().map(Content.Publicity::what)));
        return texts;
    }

    private static String told(Content.Discussion discussion) {
        var day = discussion.heldOn() == null ? "" : discussion.heldOn().toString();
        return discussion.participants() == null
                ? day
                : "%s，%d 人".formatted(day, discussion.participants());
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    /** By the longest common sequence of clauses; texts are short, so a table is quick enough. */
    static List<Piece> pieces(String before, String after) {
        var old = clauses(before);
        var young = clauses(after);
        var common = new int[old.size() + 1][young.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--)
            for (int j = young.size() - 1; j >= 0; j--)
                common[i][j] =
                        old.get(i).equals(young.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
        var pieces = new ArrayList<Piece>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
                add(pieces, Kind.KEPT, old.get(i++));
                j++;
            } else if (j == young.size()
                    || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                add(pieces, Kind.REMOVED, old.get(i++));
            } else {
                add(pieces, Kind.ADDED, young.get(j++));
            }
        }
        return pieces;
    }

    private static List<String> clauses(String text) {
        return text.isEmpty() ? List.of() : AFTER_A_CLAUSE.splitAsStream(text).toList();
    }

    /** Neighbours of a kind are one piece. */
    private static void add(List<Piece> pieces, Kind kind, String text) {
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind)
            pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + text));
        else pieces.add(new Piece(kind, text));
    }
}
