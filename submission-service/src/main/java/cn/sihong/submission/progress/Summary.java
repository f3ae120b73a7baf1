package cn.sihong.submission.progress;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Window;
import cn.sihong.submission.progress.Sheet.Weeks;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a school stands, for itself and those who help it. It says what is there and what is not; it
 * adds nothing up to a mark, and one school's is never put beside another's.
 *
 * @param milestone the day by which something is to have begun (R31)
 * @param begun whether it had
 * @param types which forms (R12) were used, by red
 * @param linked activities that belong to teaching, in percent of all; absent without activities
 * @param advice a sentence on 两张皮, where there is something to say
 * @param weeks all weeks of the creation so far in which school was held
 * @param coverage members who have spoken, in percent; absent where nobody said how many there are
 */
record Summary(
        LocalDate milestone,
        boolean begun,
        Map<Category, Set<ActivityType>> types,
        @Nullable Integer linked,
        @Nullable String advice,
        List<WeekSeen> weeks,
        @Nullable Integer coverage) {

    /** Below this share of activities that belong to teaching there is something to say (R67). */
    private static final int WORTH_A_WORD = 50;

    /** A week of the calendar; one in which nobody spoke is simply one. */
    record WeekSeen(LocalDate monday, boolean held, @Nullable String topic) {}

    static Summary of(
            Window creation,
            List<Activity.Content> activities,
            Weeks weeks,
            WorkingDays calendar,
            LocalDate today) {
        var milestone = creation.opensOn().with(TemporalAdjusters.lastDayOfMonth());
        var linked = linked(activities);
        return new Summary(
                milestone,
                activities.stream().anyMatch(one -> !one.on().isAfter(milestone)),
                types(activities),
                linked,
                linked == null || linked >= WORTH_A_WORD
                        ? null
                        : "有 %d%% 的活动与教育教学工作相结合。可以想一想其余活动能否放进已有的课、班会或教研里做，不必另起炉灶。"
                                .formatted(linked),
                weeks(creation, weeks, calendar, today),
                coverage(weeks));
    }

    private static @Nullable Integer linked(List<Activity.Content> activities) {
        if (activities.isEmpty()) return null;
        long linked = activities.stream().filter(one -> one.teaching() != null).count();
        return (int) (100 * linked / activities.size());
    }

    private static Map<Category, Set<ActivityType>> types(List<Activity.Content> activities) {
        var types = new EnumMap<Category, Set<ActivityType>>(Category.class);
        for (var red : Category.values())
            types.put(
                    red,
                    activities.stream()
                            .filter(one -> one.kind() == red)
                            .map(Activity.Content::type)
                            .collect(
                                    Collectors.toCollection(
                                            () -> EnumSet.noneOf(ActivityType.class))));
        return types;
    }

    private static List<WeekSeen> weeks(
            Window creation, Weeks weeks, WorkingDays calendar, LocalDate today) {
        var held =
                weeks.weeks().stream()
                        .collect(Collectors.toMap(Weeks.Week::monday, Weeks.Week::topic));
        var last = today.isBefore(creation.closesOn()) ? today : creation.closesOn();
        return creation.opensOn()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .datesUntil(last.plusDays(1), Period.ofWeeks(1))
                .filter(monday ->
                        held.containsKey(monday) || calendar.count(monday, monday.plusDays(6)) > 0)
                .map(monday -> new WeekSeen(monday, held.containsKey(monday), held.get(monday)))
                .toList();
    }

    private static @Nullable Integer coverage(Weeks weeks) {
        if (weeks.members() == null || weeks.members() == 0) return null;
        int spoken = weeks.weeks().stream().mapToInt(Weeks.Week::newSpeakers).sum();
        return Math.min(100, 100 * spoken / weeks.members());
    }
}
