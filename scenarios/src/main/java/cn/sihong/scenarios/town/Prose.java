package cn.sihong.scenarios.town;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What a school would write. Every text is put together from its own situation, so that no two
 * schools say the same.
 */
public final class Prose {

    private final Town.School school;
    private final SplittableRandom chance;

    private Prose(Town.School school, SplittableRandom chance) {
        this.school = school;
        this.chance = chance;
    }

    /**
     * The writer of a school.
     *
     * @param seed the same seed and school give the same texts
     */
    public static Prose of(Town.School school, long seed) {
        return new Prose(school, new SplittableRandom(seed * 31 + school.code().hashCode()));
    }

    /** A school's plan: the five aspects, what stands out, the brand, and this year's targets. */
    public record Plan(
            String ideology,
            String organisation,
            String institution,
            String team,
            String integrity,
            String highlights,
            String brandName,
            String brandMeaning,
            String brandCarrier,
            String brandMethod,
            String brandEffect,
            List<Target> targets) {

        public Plan {
            targets = List.copyOf(targets);
        }
    }

    public record Target(String text, String measure) {}

    /** The words of an application. */
    public record Application(
            String title,
            String summary,
            String deeds,
            String effect,
            String teachingLink,
            String mechanism,
            String opinion) {}

    public Plan plan() {
        var pupils = school.phase().pupils();
        var brand =
                pick("红烛映%s", "初心润%s", "先锋领航·%s", "星火传薪·%s", "红色摇篮·%s")
                        .formatted(pick("童年", "校园", "课堂", "成长", "讲台"));
        return new Plan(
                "坚持每月一次集中学习，全年开展党课 %d 次，教师撰写学习体会 %d 篇；青年教师的理论学习还不够系统。"
                        .formatted(number(6, 12), number(18, 60)),
                "党支部现有党员 %d 名，占教职工的 %d%%，设党小组 %d 个，组织生活按时开展。"
                        .formatted(number(9, 46), number(28, 61), number(2, 5)),
                "修订了“三会一课”、党员联系班级等 %d 项制度，重点事项由支部集体研究决定。".formatted(number(4, 9)),
                "党员骨干教师占骨干教师总数的 %d%%，%s；青年党员培养力度有待加强。"
                        .formatted(
                                number(45, 82),
                                pick("开展师徒结对", "设立党员示范岗", "组建党员名师工作室", "每学期评选身边榜样")),
                "全年开展廉洁教育 %d 次，公开招生、采购、收费等事项，未发生违纪问题。".formatted(number(3, 8)),
                pick(
                        "校史资料完整，老党员讲校史已坚持多年。",
                        "紧邻革命纪念馆，研学资源便利，讲解队伍稳定。",
                        "图书馆红色图书门类齐全，家长志愿者参与度高。",
                        "党员教师开发的思政校本课程受到%s欢迎。".formatted(pupils)),
                brand,
                "以“%s”为主线，把党建工作融入教学、管理和服务，让%s在身边人身边事中受到教育。".formatted(brand, pupils),
                "以%s为载体，每月一个主题。".formatted(pick("校史展厅", "红色书屋", "主题班会课", "家乡革命旧址")),
                "党小组分工包干，%s，学期末向全体教师报告。"
                        .formatted(pick("与教研组同备课", "与少先队同策划", "与家委会同参与", "与社区党组织同开展")),
                "%s参与率达到 %d%%，形成可推广的做法 %d 项。".formatted(pupils, number(88, 99), number(1, 4)),
                List.of(
                        new Target("党员教师每人上一节红色示范课", "完成 %d 节，听课评价良好以上".formatted(number(9, 30))),
                        new Target(
                                "补充红色图书并开展共读",
                                "新增 %d 册，人均借阅 %d 册".formatted(number(120, 600), number(3, 8)))));
    }

    /**
     * What the school hands in.
     *
     * @param ordinal which of the school's applications in this category, from 1
     */
    public Application application(Category category, int ordinal) {
        var pupils = school.phase().pupils();
        return switch (category) {
            case RED_GARDENER ->
                    write(
                            Names.person(Math.floorMod(school.code().hashCode(), 997))
                                    + pick("老师", "老师", "同志"),
                            "从教 %d 年的党员教师，%s，带出 %d 名青年骨干。"
                                    .formatted(
                                            number(8, 31),
                                            pick(
                                                    "长期担任班主任",
                                                    "主动承担留守儿童结对帮扶",
                                                    "牵头开发红色校本课程",
                                                    "坚持义务送教下乡"),
                                            number(2, 7)),
                            "把%s融入日常教学，每周组织一次微党课或主题班会；"
                                            .formatted(pick("家乡革命故事", "党史人物事迹", "时代楷模精神", "中华传统美德"))
                                    + "担任党员示范岗，带领教研组开展 %d 次公开研讨，".formatted(number(4, 15))
                                    + "与 %d 个家庭结对，坚持家访。".formatted(number(5, 24)),
                            "所带%s遵规守纪、乐于助人，家长满意度 %d%%；学科成绩稳步提升。".formatted(pupils, number(91, 99)));
            case RED_READING_ROOM ->
                    write(
                            pick("初心", "求索", "向阳花", "小红星", "薪火", "启航") + "红色书屋",
                            "面积 %d 平方米，藏红色图书 %d 册，每周开放 %d 小时。"
                                    .formatted(number(36, 160), number(600, 4200), number(20, 45)),
                            "分国史党史、优秀传统文化、家乡特色三类配书，全部经学校审读小组审核；设专人管理，%s。"
                                            .formatted(
                                                    pick(
                                                            "实行班级轮值",
                                                            "建立电子借阅台账",
                                                            "开设午间朗读角",
                                                            "与社区图书馆通借"))
                                    + "全年开展共读、讲书人、红色故事会等活动 %d 场。".formatted(number(10, 36)),
                            "年借阅 %d 人次，形成读书笔记 %d 篇，%s主动推荐好书。"
                                    .formatted(number(1500, 9000), number(120, 800), pupils));
            case RED_CLASSROOM ->
                    write(
                            pick("一张老照片里的", "家门口的", "课本之外的", "十分钟讲透", "跟着地图学")
                                    + pick("长征", "党史", "先锋故事", "改革开放", "国旗法")
                                    + (ordinal == 1 ? "" : "（第%d课）".formatted(ordinal)),
                            "面向%s的%s，时长 %d 分钟，已讲授 %d 次。"
                                    .formatted(
                                            ordinal == 1 ? pupils : school.phase().staff(),
                                            pick("主题班会", "微党课", "党史进课堂", "专题讲座"),
                                            number(10, 45),
                                            number(3, 22)),
                            "史实依据公开出版的党史读物，由两名教师交叉核对；以%s导入，设置讨论和动手环节，"
                                            .formatted(pick("实物", "老照片", "地图", "亲历者录音", "一封家书"))
                                    + "课后布置“讲给家里人听”的实践作业。",
                            "课堂参与率 %d%%，收到学习单 %d 份，被 %d 个班级借用教案。"
                                    .formatted(number(90, 100), number(60, 420), number(3, 18)));
            case RED_BASE ->
                    write(
                            pick("校史", "英烈", "家乡", "红领巾", "劳模", "信仰")
                                    + pick("陈列馆", "教育长廊", "主题展厅", "实践园"),
                            "利用旧有%s改造，面积 %d 平方米，展品 %d 件，全部注明来源。"
                                    .formatted(
                                            pick("仓库", "活动室", "走廊", "阅览室"),
                                            number(48, 320),
                                            number(36, 210)),
                            "坚持节俭办展，展板由师生共同制作；培养小讲解员 %d 名、教师讲解员 %d 名，"
                                            .formatted(number(8, 40), number(2, 8))
                                    + "每周向班级开放，节假日向社区开放，制定了疏散和用电安全办法。",
                            "年接待 %d 批 %d 人次，党日活动 %d 次，观众留言 %d 条。"
                                    .formatted(
                                            number(24, 150),
                                            number(900, 7200),
                                            number(6, 20),
                                            number(80, 700)));
        };
    }

    private Application write(String title, String summary, String deeds, String effect) {
        return new Application(
                title,
                summary,
                deeds,
                effect,
                "与%s教学结合，列入教研计划，每学期至少开展 %d 次融合活动，不另加师生负担。"
                        .formatted(pick("道德与法治", "语文", "综合实践", "班队会", "历史", "美术"), number(2, 6)),
                "由%s负责，%s一次研讨，经费列入年度预算，人员变动时办理交接。"
                        .formatted(pick("支部书记", "组织委员", "德育主任", "年级党小组"), pick("每月", "每学期")),
                "经%s支部%s研究，事迹属实，校内公示无异议，同意申报。"
                        .formatted(school.name(), pick("党员大会", "委员会", "扩大会议")));
    }

    private String pick(String... choices) {
        return choices[chance.nextInt(choices.length)];
    }

    private int number(int least, int most) {
        return chance.nextInt(least, most + 1);
    }
}
