package cn.sihong.scenarios;

import cn.sihong.scenarios.Story.Winner;
import cn.sihong.scenarios.people.Person;
import cn.sihong.scenarios.people.Refused;
import cn.sihong.scenarios.town.Category;
import cn.sihong.scenarios.town.Town;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A whole programme for sixty schools against a running platform ({@code SIHONG_GATEWAY}). Told
 * again, it makes one more programme with the same schools.
 */
public final class Demo {

    private static final int REVIEWS_PER_SCHOOL = 5;
    private static final int SHOWN = 5;

    private Demo() {}

    public static void main(String[] args) {
        var gateway =
                URI.create(System.getenv().getOrDefault("SIHONG_GATEWAY", "http://127.0.0.1:8080"));
        var town = Town.usual();
        var narrator = Narrator.on(System.out);
        try {
            narrator.says(
                    "演示开始：%d 所学校（%d 个街道教育中心、%d 个直属单位），门户 %s"
                            .formatted(
                                    town.schools().size(),
                                    town.units().stream().filter(unit -> !unit.direct()).count(),
                                    town.units().stream().filter(Town.Unit::direct).count(),
                                    gateway));
            tell(new Cast(gateway, town), narrator);
            summary(gateway, town);
        } catch (Refused | IllegalStateException e) {
            narrator.says("演示没有走完：" + e.getMessage());
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static void tell(Cast cast, Narrator narrator) {
        var told = earlierTellings(cast);
        var story = new Story(cast, 2018L + told, narrator);
        story.theTownIsKnown();
        story.everybodySignsIn();
        story.theOfficerPublishes(title(told));
        story.schoolsPlan();
        story.unitsPassPlans();
        story.schoolsApply();
        story.unitsScreenAndReport();
        story.theOfficerReceives();
        story.theMutualReviewIsDrawn(REVIEWS_PER_SCHOOL);
        story.schoolsJudge(REVIEWS_PER_SCHOOL);
        story.theMutualReviewCloses();
        story.inspectorsVisit();
        story.theSelectionIsDecided();
        story.theNoticeRuns();
        var winners = story.honoursAreGranted();
        story.theLedgerHoldsEverything(winners.values().stream().mapToInt(List::size).sum());
        show(winners);
        var took = narrator.elapsed();
        narrator.says("演示完成，用时 %d 分 %d 秒".formatted(took.toMinutes(), took.toSecondsPart()));
    }

    private static String title(int told) {
        var year = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).getYear();
        var again = told == 0 ? "演示" : "演示第 %d 轮".formatted(told + 1);
        return "云岭区%d年“四红”党建品牌创建（%s）".formatted(year, again);
    }

    private static int earlierTellings(Cast cast) {
        return (int)
                cast.officer().person().list("/api/programmes?limit=200").stream()
                        .filter(programme -> programme.path("title").asString().startsWith("云岭区"))
                        .count();
    }

    private static void show(Map<Category, List<Winner>> winners) {
        for (var category : Category.values()) {
            var honoured = winners.getOrDefault(category, List.of());
            System.out.printf("%n%s（%d）%n", category.chinese(), honoured.size());
            for (var winner : honoured.subList(0, Math.min(SHOWN, honoured.size()))) {
                System.out.printf(
                        "  %s  %s（%s）%n",
                        winner.certificateNumber(),
                        winner.entry().title(),
                        winner.entry().school().name());
            }
            if (honoured.size() > SHOWN) System.out.printf("  …共 %d 项%n", honoured.size());
        }
        System.out.println();
    }

    private static void summary(URI gateway, Town town) {
        var street = town.units().getFirst();
        var school = street.schools().getFirst();
        System.out.printf(
                """

                现在可以登录看看：%s/app        公示与证书查验：%s/
                  党建办        office
                  学校信息员    %s（%s）
                  学校书记      %s（%s，兼互评员）
                  街道审核人    %s（%s）
                  验收组        inspector1
                  局党组成员    group1
                  密码都是      %s
                """,
                gateway,
                gateway,
                school.infoOfficer().username(),
                school.name(),
                school.secretary().username(),
                school.name(),
                street.reviewer().username(),
                street.name(),
                Person.PASSWORD);
    }
}
