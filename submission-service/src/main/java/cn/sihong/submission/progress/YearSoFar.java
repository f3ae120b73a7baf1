package cn.sihong.submission.progress;

import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.progress.Sheet.Mechanism;
import cn.sihong.submission.progress.Sheet.Weeks;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a school has written down of a programme's year already, for forms that would otherwise ask
 * for it again (一数一源, research.md §6.2). To be called in a transaction: row security shows the
 * caller their own only.
 */
@Component
public class YearSoFar {

    private final Activities activities;
    private final Sheets sheets;

    YearSoFar(Activities activities, Sheets sheets) {
        this.activities = activities;
        this.sheets = sheets;
    }

    /**
     * 周周讲·人人讲 as counted so far (R18).
     *
     * @param weeks in which somebody spoke
     * @param members who might speak; absent where nobody said how many there are
     * @param spoken members who spoke
     */
    public record Spoken(int weeks, @Nullable Integer members, int spoken) {}

    /** A piece of teaching to which something the school did belongs (R67). */
    public record TeachingItem(String item, String kind) {}

    public Spoken spoken(Programme.Id programme, Organisation.Id school) {
        var sheet = sheets.of(programme, school, Weeks.EMPTY).sheet();
        int spoken = sheet.weeks().stream().mapToInt(Weeks.Week::newSpeakers).sum();
        return new Spoken(sheet.weeks().size(), sheet.members(), spoken);
    }

    /** To which teaching the activities of one red belong: each once, the latest first. */
    public List<TeachingItem> teaching(
            Programme.Id programme, Organisation.Id school, Category red) {
        return activities.of(programme, school).stream()
                .map(Activity::content)
                .filter(activity -> activity.kind() == red)
                .map(Activity.Content::teaching)
                .filter(Objects::nonNull)
                .map(teaching -> new TeachingItem(teaching.item(), teaching.kind().name()))
                .distinct()
                .toList();
    }

    /**
     * How one red is to last (R39), in a sentence a line of the sheet; empty if nothing is said.
     */
    public String mechanism(Programme.Id programme, Organisation.Id school, Category red) {
        return sheets.of(programme, school, Mechanism.EMPTY).sheet().lines().stream()
                .filter(line -> line.category() == red)
                .map(YearSoFar::sentence)
                .collect(Collectors.joining("\n"));
    }

    private static String sentence(Mechanism.Line line) {
        var means = line.resource().isEmpty() ? "" : "，" + line.resource();
        return "由%s负责，%s%s。".formatted(line.who(), line.rhythm(), means);
    }
}
