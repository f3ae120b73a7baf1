package cn.sihong.submission.organisations;

import cn.sihong.platform.workbook.Fault;
import cn.sihong.platform.workbook.Line;
import cn.sihong.submission.organisations.Registration.Member;
import cn.sihong.submission.organisations.Registration.Seat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the rows of the sheet 人员 name people who can have accounts, at posts that exist. */
final class PeopleCheck {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

    /** Keycloak's person-name-prohibited-characters. */
    private static final Pattern STRANGE_IN_A_NAME =
            Pattern.compile("[<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()]");

    private final TreeCheck tree;
    private final List<Line> lines;
    private final List<Fault> faults;

    PeopleCheck(TreeCheck tree, List<Line> lines, List<Fault> faults) {
        this.tree = tree;
        this.lines = List.copyOf(lines);
        this.faults = faults;
    }

    void check() {
        var firsts = new LinkedHashMap<String, Line>();
        var rows = new LinkedHashMap<List<String>, Line>();
        for (var line : lines) {
            check(line);
            var first = firsts.putIfAbsent(line.in("用户名"), line);
            if (first != null && !first.in("姓名").equals(line.in("姓名")))
                fault(
                        line,
                        "姓名",
                        "同一用户名在第 %d 行的姓名是“%s”，请核对。".formatted(first.row(), first.in("姓名")));
            var same = rows.putIfAbsent(line.cells(), line);
            if (same != null) fault(line, "岗位", "与第 %d 行完全相同，请删除一行。".formatted(same.row()));
        }
    }

    /** Once there are no faults: each person with all their seats. */
    List<Member> people() {
        Map<String, Member> people = new LinkedHashMap<>();
        for (var line : lines) {
            var member =
                    people.computeIfAbsent(
                            line.in("用户名"),
                            username -> new Member(username, line.in("姓名"), new LinkedHashSet<>()));
            if (!hasLeft(line)) member.seats().add(seat(line));
        }
        return List.copyOf(people.values());
    }

    /** What is wrong with somebody's username or name, for those who are named one by one. */
    static Optional<String> faultIn(String username, String name) {
        if (!USERNAME.matcher(username).matches())
            return Optional.of("用户名须为 3 至 64 个小写字母、数字、点、横线或下划线，以字母或数字开头。");
        if (STRANGE_IN_A_NAME.matcher(name).find()) return Optional.of("姓名中有不能使用的符号，请只保留文字和间隔号。");
        return TreeCheck.name(name, 40);
    }

    private static boolean hasLeft(Line line) {
        return post(line).filter(Post.LEFT::equals).isPresent();
    }

    private Seat seat(Line line) {
        var organisation = tree.organisation(line.in("单位编码"));
        var role = post(line).flatMap(post -> post.at(organisation.kind())).orElseThrow();
        return new Seat(organisation.id(), role);
    }

    private void check(Line line) {
        if (!USERNAME.matcher(line.in("用户名")).matches())
            fault(line, "用户名", "用户名须为 3 至 64 个小写字母、数字、点、横线或下划线，以字母或数字开头。");
        TreeCheck.name(line.in("姓名"), 40).ifPresent(sentence -> fault(line, "姓名", sentence));
        if (STRANGE_IN_A_NAME.matcher(line.in("姓名")).find())
            fault(line, "姓名", "姓名中有不能使用的符号，请只保留文字和间隔号。");
        if (post(line).isEmpty()) fault(line, "岗位", "岗位须为：%s。".formatted(posts()));
        if (!tree.knows(line.in("单位编码")))
            fault(line, "单位编码", "找不到编码为“%s”的单位。".formatted(line.in("单位编码")));
        else checkPost(line);
    }

    private void checkPost(Line line) {
        var kind = tree.kindOf(line.in("单位编码"));
        var post = post(line);
        if (kind.isPresent()
                && post.isPresent()
                && !hasLeft(line)
                && post.get().at(kind.get()).isEmpty())
            fault(
                    line,
                    "岗位",
                    "“%s”没有“%s”这个岗位。".formatted(kind.get().chinese(), post.get().chinese()));
    }

    private static Optional<Post> post(Line line) {
        return Post.of(line.in("岗位"));
    }

    static String posts() {
        return String.join("、", Arrays.stream(Post.values()).map(Post::chinese).toList());
    }

    private void fault(Line line, String column, String message) {
        faults.add(Fault.at(line, column, message));
    }
}
