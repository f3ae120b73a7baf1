package cn.sihong.submission.organisations;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import cn.sihong.platform.outbox.Ids;
import cn.sihong.platform.text.TextFaults;
import cn.sihong.platform.workbook.Fault;
import cn.sihong.platform.workbook.Line;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the rows of the sheet 单位 make a tree together with what is known already. */
final class TreeCheck {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,20}");

    private final Map<String, Organisation> known;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Organisation> settled = new HashMap<>();
    private final List<Fault> faults;

    TreeCheck(List<Organisation> known, List<Line> lines, List<Fault> faults) {
        this.known = known.stream().collect(toMap(Organisation::code, identity()));
        this.faults = faults;
        lines.forEach(this::take);
    }

    /** What the organisation with this code is or shall be. */
    Optional<OrganisationKind> kindOf(String code) {
        var line = lines.get(code);
        return line == null
                ? Optional.ofNullable(known.get(code)).map(Organisation::kind)
                : kind(line);
    }

    /** Whether there is or will be such an organisation, and it was not merged. */
    boolean knows(String code) {
        var before = known.get(code);
        return before == null ? lines.containsKey(code) : before.successorId() == null;
    }

    void check() {
        lines.values().forEach(this::check);
        var bureaus =
                Stream.concat(lines.keySet().stream(), known.keySet().stream())
                        .distinct()
                        .filter(code ->
                                kindOf(code).filter(OrganisationKind.BUREAU::equals).isPresent())
                        .count();
        if (bureaus != 1 && !lines.isEmpty())
            fault(
                    lines.values().iterator().next(),
                    "类型",
                    "整个系统须有且只有一个“教育局”，现有 %d 个。".formatted(bureaus));
    }

    /** Once there are no faults: each organisation as it shall stand, parents first. */
    List<Organisation> organisations() {
        return lines.keySet().stream()
                .map(this::organisation)
                .sorted(Comparator.comparing(Organisation::kind))
                .toList();
    }

    /** The organisation with this code, as it is or shall be. */
    Organisation organisation(String code) {
        var line = lines.get(code);
        if (line == null) return Objects.requireNonNull(known.get(code));
        // not computeIfAbsent: settling one settles its parent on the way
        var done = settled.get(code);
        if (done != null) return done;
        var organisation = settle(line);
        settled.put(code, organisation);
        return organisation;
    }

    private Organisation settle(Line line) {
        var code = line.in("编码");
        var before = known.get(code);
        var id = before == null ? new Organisation.Id(Ids.next()) : before.id();
        var kind = kind(line).orElseThrow();
        Organisation.@Nullable Id parent =
                line.in("上级编码").isEmpty() ? null : organisation(line.in("上级编码")).id();
        Organisation.@Nullable Id unit =
                switch (kind) {
                    case BUREAU, STREET_CENTER -> null;
                    case DIRECT_UNIT -> id;
                    case SCHOOL -> parent;
                };
        return new Organisation(
                id,
                code,
                line.in("名称"),
                kind,
                phase(line).orElse(null),
                parent,
                unit,
                before == null ? 0 : before.version());
    }

    private void take(Line line) {
        var code = line.in("编码");
        if (!CODE.matcher(code).matches()) fault(line, "编码", "编码须为 1 至 20 个字母、数字、横线或下划线。");
        else if (lines.putIfAbsent(code, line) != null)
            fault(line, "编码", "编码“%s”与第 %d 行重复。".formatted(code, lines.get(code).row()));
    }

    private void check(Line line) {
        name(line.in("名称"), 60).ifPresent(sentence -> fault(line, "名称", sentence));
        var kind = kind(line);
        if (kind.isEmpty()) fault(line, "类型", "类型须为：%s。".formatted(kinds()));
        else checkPlace(line, kind.get());
        checkPhase(line);
    }

    private void checkPlace(Line line, OrganisationKind kind) {
        var parent = line.in("上级编码");
        var before = known.get(line.in("编码"));
        if (before != null && before.kind() != kind)
            fault(
                    line,
                    "类型",
                    "该编码已登记为“%s”，不能改为“%s”。".formatted(before.kind().chinese(), kind.chinese()));
        if (before != null && before.successorId() != null)
            fault(line, "编码", "该单位已并入其他单位，不能再导入；请删除这一行。");
        else if (isInACircle(line)) fault(line, "上级编码", "上级关系形成循环，请检查上级编码。");
        else if (kind == OrganisationKind.BUREAU) {
            if (!parent.isEmpty()) fault(line, "上级编码", "教育局没有上级，请清空此格。");
        } else if (parent.isEmpty()) fault(line, "上级编码", "请填写上级编码。");
        else if (!knows(parent)) fault(line, "上级编码", "找不到编码为“%s”的单位。".formatted(parent));
        else if (kindOf(parent).filter(above -> !mayStandUnder(kind, above)).isPresent())
            fault(line, "上级编码", "“%s”的上级须为%s。".formatted(kind.chinese(), above(kind)));
        else if (before != null && isMoved(before, parent))
            fault(line, "上级编码", "该单位已登记在其他上级之下；调整隶属关系请在单位页面办理划转，以便写明理由。");
    }

    private void checkPhase(Line line) {
        if (line.in("学段").isEmpty()) return;
        if (phase(line).isEmpty()) fault(line, "学段", "学段须为：%s，或留空。".formatted(phases()));
        if (kind(line).filter(kind -> !isSchool(kind)).isPresent())
            fault(line, "学段", "只有学校填写学段，请清空此格。");
    }

    private boolean isMoved(Organisation before, String parent) {
        var kept = known.get(parent);
        return kept == null || !kept.id().equals(before.parentId());
    }

    private boolean isInACircle(Line line) {
        var above = lines.get(line.in("上级编码"));
        for (int steps = 0; above != null && steps <= lines.size(); steps++) {
            if (above.equals(line)) return true;
            above = lines.get(above.in("上级编码"));
        }
        return false;
    }

    private static boolean mayStandUnder(OrganisationKind kind, OrganisationKind above) {
        return switch (kind) {
            case BUREAU -> false;
            case STREET_CENTER, DIRECT_UNIT -> above == OrganisationKind.BUREAU;
            case SCHOOL -> above.isUnit();
        };
    }

    private static String above(OrganisationKind kind) {
        return kind == OrganisationKind.SCHOOL ? "街道教育中心或直属学校" : "教育局";
    }

    private static boolean isSchool(OrganisationKind kind) {
        return kind == OrganisationKind.SCHOOL || kind == OrganisationKind.DIRECT_UNIT;
    }

    private static Optional<OrganisationKind> kind(Line line) {
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> kind.chinese().equals(line.in("类型")))
                .findFirst();
    }

    private static Optional<SchoolPhase> phase(Line line) {
        return Arrays.stream(SchoolPhase.values())
                .filter(phase -> phase.chinese().equals(line.in("学段")))
                .findFirst();
    }

    static String kinds() {
        return String.join(
                "、",
                Arrays.stream(OrganisationKind.values()).map(OrganisationKind::chinese).toList());
    }

    static String phases() {
        return String.join(
                "、", Arrays.stream(SchoolPhase.values()).map(SchoolPhase::chinese).toList());
    }

    /** What is wrong with a name in a cell. */
    static Optional<String> name(String name, int max) {
        return TextFaults.find(name, 1, max)
                .or(() -> name.contains("\n") ? Optional.of("名称不能换行，请写在一行内。") : Optional.empty());
    }

    private void fault(Line line, String column, String message) {
        faults.add(Fault.at(line, column, message));
    }
}
