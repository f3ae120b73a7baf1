package cn.sihong.submission.organisations;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import cn.sihong.platform.outbox.Ids;
import cn.sihong.platform.workbook.Fault;
import cn.sihong.platform.workbook.Line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the rows of the sheet 党组织 make a tree of Party bodies over schools that exist. */
final class PartyCheck {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,20}");
    private static final Pattern BETWEEN = Pattern.compile("[、,，;；\\s]+");

    private final TreeCheck tree;
    private final Set<String> usernames;
    private final Map<String, PartyOrganisation> known;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final List<Fault> faults;

    /**
     * @param usernames of people who are known or in the same workbook
     */
    PartyCheck(
            TreeCheck tree,
            Set<String> usernames,
            List<PartyOrganisation> known,
            List<Line> lines,
            List<Fault> faults) {
        this.tree = tree;
        this.usernames = usernames;
        this.known = known.stream().collect(toMap(PartyOrganisation::code, identity()));
        this.faults = faults;
        lines.forEach(this::take);
    }

    private void take(Line line) {
        var code = line.in("编码");
        if (!CODE.matcher(code).matches()) fault(line, "编码", "编码须为 1 至 20 个字母、数字、横线或下划线。");
        else if (lines.putIfAbsent(code, line) != null)
            fault(line, "编码", "编码“%s”与第 %d 行重复。".formatted(code, lines.get(code).row()));
    }

    void check() {
        lines.values().forEach(this::check);
    }

    private void check(Line line) {
        TreeCheck.name(line.in("名称"), 60).ifPresent(sentence -> fault(line, "名称", sentence));
        var type = type(line);
        if (type.isEmpty()) fault(line, "类型", "类型须为：%s。".formatted(types()));
        checkParent(line);
        var secretary = line.in("书记用户名");
        if (!secretary.isEmpty() && !usernames.contains(secretary))
            fault(line, "书记用户名", "找不到用户名“%s”，请先在“人员”表中登记。".formatted(secretary));
        var schools = codes(line);
        for (var school : schools)
            if (!tree.knows(school)) fault(line, "覆盖单位编码", "找不到编码为“%s”的单位。".formatted(school));
        if (type.filter(found -> !found.mayHave(schools.size())).isPresent())
            fault(
                    line,
                    "覆盖单位编码",
                    type.get() == PartyOrganisation.Type.JOINT_BRANCH
                            ? "联合党支部须覆盖两个或两个以上单位，编码之间用顿号隔开。"
                            : "%s须覆盖且只覆盖一个单位。".formatted(type.get().chinese()));
    }

    private void checkParent(Line line) {
        var parent = line.in("上级编码");
        if (parent.isEmpty()) {
            if (type(line).filter(PartyOrganisation.Type.GROUP::equals).isPresent())
                fault(line, "上级编码", "党小组须填写所属党支部的编码。");
        } else if (!lines.containsKey(parent) && !known.containsKey(parent))
            fault(line, "上级编码", "找不到编码为“%s”的党组织。".formatted(parent));
        else if (isInACircle(line)) fault(line, "上级编码", "上级关系形成循环，请检查上级编码。");
    }

    private boolean isInACircle(Line line) {
        var above = line.in("上级编码");
        for (int steps = 0; !above.isEmpty() && steps <= lines.size() + known.size(); steps++) {
            if (above.equals(line.in("编码"))) return true;
            above = parentOf(above);
        }
        return false;
    }

    private String parentOf(String code) {
        var line = lines.get(code);
        if (line != null) return line.in("上级编码");
        var party = known.get(code);
        return party == null || party.parentCode() == null ? "" : party.parentCode();
    }

    /** Once there are no faults: each as it shall stand, parents first. */
    List<PartyOrganisation> organisations() {
        var sorted = new LinkedHashMap<String, PartyOrganisation>();
        for (var line : lines.values()) settle(line, sorted);
        return List.copyOf(sorted.values());
    }

    private void settle(Line line, Map<String, PartyOrganisation> sorted) {
        var code = line.in("编码");
        if (sorted.containsKey(code)) return;
        var above = lines.get(line.in("上级编码"));
        if (above != null) settle(above, sorted);
        var before = known.get(code);
        var schools = new LinkedHashSet<Organisation.Id>();
        for (var school : codes(line)) schools.add(tree.organisation(school).id());
        sorted.put(
                code,
                new PartyOrganisation(
                        before == null ? Ids.next() : before.id(),
                        code,
                        line.in("名称"),
                        type(line).orElseThrow(),
                        line.in("上级编码").isEmpty() ? null : line.in("上级编码"),
                        line.in("书记用户名").isEmpty() ? null : line.in("书记用户名"),
                        schools));
    }

    private static List<String> codes(Line line) {
        var codes = new ArrayList<String>();
        for (var code : BETWEEN.split(line.in("覆盖单位编码"), -1))
            if (!code.isEmpty() && !codes.contains(code)) codes.add(code);
        return codes;
    }

    private static Optional<PartyOrganisation.Type> type(Line line) {
        return Arrays.stream(PartyOrganisation.Type.values())
                .filter(type -> type.chinese().equals(line.in("类型")))
                .findFirst();
    }

    private static String types() {
        return String.join(
                "、",
                Arrays.stream(PartyOrganisation.Type.values())
                        .map(PartyOrganisation.Type::chinese)
                        .toList());
    }

    private void fault(Line line, String column, String message) {
        faults.add(Fault.at(line, column, message));
    }
}
