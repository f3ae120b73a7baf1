package cn.sihong.review.appraisals;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.TextFaults;
import cn.sihong.review.ballots.RollEntry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Reads a school's list of who may vote; every fault is named at once, with its row. */
final class RollCheck {

    static final int MOST = 5_000;

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_USERNAME = 100;

    /**
     * A row as it came.
     *
     * @param place of the row in what the school sent, {@code 名册!A7} or {@code entries[5]}
     */
    record Line(Function<String, String> place, String name, String username) {}

    private final List<FieldError> faults = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> usernames = new HashMap<>();

    private RollCheck() {}

    static List<RollEntry> entries(List<Line> lines) {
        return new RollCheck().check(lines);
    }

    private List<RollEntry> check(List<Line> lines) {
        if (lines.isEmpty()) throw new InvalidInput("entries", "名册中没有人员，请至少填写 1 人。");
        if (lines.size() > MOST)
            throw new InvalidInput("entries", "名册最多 %d 人，现有 %d 人。".formatted(MOST, lines.size()));
        lines.forEach(this::check);
        if (!faults.isEmpty()) throw new InvalidInput(faults);
        return lines.stream()
                .map(line ->
                        new RollEntry(
                                UUID.randomUUID(),
                                line.name(),
                                line.username().isEmpty() ? null : line.username()))
                .toList();
    }

    private void check(Line line) {
        TextFaults.find(line.name(), 1, LONGEST_NAME)
                .ifPresent(sentence -> fault(line, "name", sentence));
        if (!line.name().isEmpty() && !names.add(line.name()))
            fault(line, "name", "“%s”重复；同名的请在姓名后注明以便区分。".formatted(line.name()));
        if (line.username().isEmpty()) return;
        TextFaults.find(line.username(), 1, LONGEST_USERNAME)
                .ifPresent(sentence -> fault(line, "username", sentence));
        var holder = usernames.putIfAbsent(line.username(), line.name());
        if (holder != null) fault(line, "username", "用户名已用于“%s”，每个账号只能对应一人。".formatted(holder));
    }

    private void fault(Line line, String column, String sentence) {
        faults.add(new FieldError(line.place().apply(column), sentence));
    }
}
