package cn.sihong.scenarios.town;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An education bureau with its street centres, their schools and its direct units. A direct unit is
 * a school and its own unit.
 *
 * @param bureau its code in the workbook
 */
public record Town(String bureau, String bureauName, List<Unit> units) {

    public Town {
        units = List.copyOf(units);
    }

    /** Who screens what the schools below it hand in: a street centre or a direct unit. */
    public record Unit(
            String code, String name, boolean direct, Person reviewer, List<School> schools) {

        public Unit {
            schools = List.copyOf(schools);
        }
    }

    /** A school or kindergarten, with the two people who do its paperwork. */
    public record School(
            String code,
            String name,
            Phase phase,
            String unitCode,
            Person infoOfficer,
            Person secretary) {}

    /**
     * Somebody in the workbook.
     *
     * @param username lower case letters, digits and hyphens
     */
    public record Person(String username, String name) {}

    /** What the demonstration shows: fifty schools under eight streets, and ten direct units. */
    public static Town usual() {
        return of("YL", 8, 50, 10);
    }

    /**
     * A town of any size.
     *
     * @param prefix begins every code and user name, so that towns do not mix
     */
    public static Town of(String prefix, int streets, int schoolsUnderStreets, int directUnits) {
        return new Maker(prefix).make(streets, schoolsUnderStreets, directUnits);
    }

    public List<School> schools() {
        return units.stream().flatMap(unit -> unit.schools().stream()).toList();
    }

    public Unit unitOf(School school) {
        return units.stream()
                .filter(unit -> unit.code().equals(school.unitCode()))
                .findFirst()
                .orElseThrow();
    }

    /** How many organisations the workbook lists. */
    public int organisations() {
        return (int) (1 + units.stream().filter(unit -> !unit.direct()).count() + schools().size());
    }

    /** How many people the workbook lists. */
    public int people() {
        return units.size() + 2 * schools().size();
    }

    /** The .xlsx that the bureau imports. */
    public byte[] workbook() {
        return workbook(organisationRows(), peopleRows());
    }

    /** Any workbook with the two sheets, right or wrong. */
    public static byte[] workbook(List<List<String>> organisations, List<List<String>> people) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Sihong", "1.0")) {
            fill(workbook.newWorksheet("单位"), organisations);
            fill(workbook.newWorksheet("人员"), people);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Rows of sheet 单位, the header first. */
    public List<List<String>> organisationRows() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("编码", "名称", "类型", "学段", "上级编码"));
        rows.add(List.of(bureau, bureauName, "教育局", "", ""));
        for (var unit : units) {
            if (!unit.direct()) {
                rows.add(List.of(unit.code(), unit.name(), "街道教育中心", "", bureau));
            }
            for (var school : unit.schools()) {
                rows.add(
                        List.of(
                                school.code(),
                                school.name(),
                                unit.direct() ? "直属学校" : "学校",
                                school.phase().chinese(),
                                unit.direct() ? bureau : unit.code()));
            }
        }
        return rows;
    }

    /** Rows of sheet 人员, the header first; the secretary also judges for the school. */
    public List<List<String>> peopleRows() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("用户名", "姓名", "单位编码", "岗位"));
        for (var unit : units) {
            rows.add(row(unit.reviewer(), unit.code(), "审核人"));
            for (var school : unit.schools()) {
                rows.add(row(school.infoOfficer(), school.code(), "党建信息员"));
                rows.add(row(school.secretary(), school.code(), "书记"));
                rows.add(row(school.secretary(), school.code(), "互评员"));
            }
        }
        return rows;
    }

    private static List<String> row(Person person, String code, String seat) {
        return List.of(person.username(), person.name(), code, seat);
    }

    private static void fill(Worksheet sheet, List<List<String>> rows) throws IOException {
        for (var r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            for (var c = 0; c < row.size(); c++) {
                if (!row.get(c).isEmpty()) sheet.value(r, c, row.get(c));
            }
        }
        sheet.finish();
    }

    /** Numbers people and schools one after the other. */
    private static final class Maker {

        private static final Phase[] MIX = {
            Phase.PRIMARY,
            Phase.KINDERGARTEN,
            Phase.PRIMARY,
            Phase.JUNIOR,
            Phase.KINDERGARTEN,
            Phase.PRIMARY,
            Phase.NINE_YEAR
        };

        private final String prefix;
        private int people;
        private int schools;

        Maker(String prefix) {
            this.prefix = prefix;
        }

        Town make(int streets, int schoolsUnderStreets, int directUnits) {
            var units =
                    Stream.concat(
                                    numbers(streets)
                                            .map(n ->
                                                    street(
                                                            n,
                                                            share(
                                                                    n,
                                                                    streets,
                                                                    schoolsUnderStreets))),
                                    numbers(directUnits).map(this::directUnit))
                            .toList();
            return new Town(prefix + "00", "云岭区教育局", units);
        }

        private static Stream<Integer> numbers(int count) {
            return Stream.iterate(0, n -> n < count, n -> n + 1);
        }

        /** Fifty under eight: the first two get seven each, the others six. */
        private static int share(int n, int streets, int schools) {
            return schools / streets + (n < schools % streets ? 1 : 0);
        }

        private Unit street(int n, int schoolCount) {
            var code = "%sJ%02d".formatted(prefix, n + 1);
            var below =
                    numbers(schoolCount)
                            .map(m ->
                                    school(
                                            "%sX%02d%02d".formatted(prefix, n + 1, m + 1),
                                            code,
                                            null))
                            .toList();
            return new Unit(code, Names.street(n) + "街道教育中心", false, person(code, "sh"), below);
        }

        private Unit directUnit(int n) {
            var code = "%sZ%02d".formatted(prefix, n + 1);
            var name = "云岭区" + Names.directUnit(n);
            return new Unit(
                    code, name, true, person(code, "sh"), List.of(school(code, code, name)));
        }

        private School school(String code, String unit, @Nullable String fixedName) {
            var n = schools++;
            var phase = fixedName == null ? MIX[n % MIX.length] : Phase.told(fixedName);
            var name = fixedName == null ? phase.schoolOf(Names.school(n)) : fixedName;
            return new School(code, name, phase, unit, person(code, "xx"), person(code, "sj"));
        }

        /** {@code xx} informs (信息员), {@code sj} is the secretary (书记), {@code sh} screens (审核). */
        private Person person(String code, String seat) {
            return new Person(
                    code.toLowerCase(java.util.Locale.ROOT) + "-" + seat, Names.person(people++));
        }
    }
}
