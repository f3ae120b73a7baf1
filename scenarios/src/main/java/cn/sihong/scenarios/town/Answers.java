package cn.sihong.scenarios.town;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * A school at its desk with the bureau's form before it: it answers what the form asks, whatever
 * that is, and only what it asks.
 */
public final class Answers {

    private static final JsonNodeFactory MADE = JsonNodeFactory.instance;

    /** What a number is likely to be, by the field that asks for it. */
    private static final Map<String, int[]> LIKELY =
            Map.ofEntries(
                    Map.entry("teachingYears", new int[] {8, 31}),
                    Map.entry("area", new int[] {48, 220}),
                    Map.entry("seats", new int[] {24, 90}),
                    Map.entry("titles", new int[] {60, 400}),
                    Map.entry("copies", new int[] {200, 1600}),
                    Map.entry("openHours", new int[] {40, 45}),
                    Map.entry("loans", new int[] {800, 4200}),
                    Map.entry("minutes", new int[] {10, 45}),
                    Map.entry("participants", new int[] {36, 240}),
                    Map.entry("weeksPlanned", new int[] {16, 18}),
                    Map.entry("weeksHeld", new int[] {11, 15}),
                    Map.entry("members", new int[] {18, 40}),
                    Map.entry("membersSpoken", new int[] {9, 18}),
                    Map.entry("openDays", new int[] {180, 240}),
                    Map.entry("groups", new int[] {24, 150}),
                    Map.entry("visits", new int[] {900, 7200}),
                    Map.entry("fundingAmount", new int[] {3000, 18000}));

    /** What a school writes where the words of its application say nothing. */
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("roleIdeas", "坚持面向全体学生，把理想信念教育融进每一节课。"),
                    Map.entry("roleEthics", "带头签订师德承诺，主动帮扶学习有困难的学生。"),
                    Map.entry("roleCourses", "牵头开发红色校本课程，在教研组内推广。"),
                    Map.entry("roleGrowth", "担任班主任和少先队辅导员，陪伴学生成长。"),
                    Map.entry("roleHeritage", "每学期为师生讲家乡革命故事，带学生寻访老党员。"),
                    Map.entry("subject", "道德与法治"),
                    Map.entry("position", "教研组长"),
                    Map.entry("professionalTitle", "一级教师"),
                    Map.entry("ownWords", "愿意接受组织和群众的评议。"),
                    Map.entry("place", "教学楼一层东侧"),
                    Map.entry("reviewedBy", "学校审读小组逐册审读，语文教研组和党支部各一人签字。"),
                    Map.entry("rules", "实行专人管理、班级轮值，按学期清点，遗失照价赔偿。"),
                    Map.entry("design", "导入：出示一件实物；展开：小组讨论三个问题；小结：讲给家里人听。"),
                    Map.entry("sources", "《中国共产党简史》，人民出版社、中共党史出版社，2021 年。"),
                    Map.entry("theme", "薪火相传，立德树人"),
                    Map.entry("guideText", "同学们好，欢迎来到我们的展厅，我们从第一张照片讲起。"),
                    Map.entry("memberActivities", "每月一次主题党日，重温入党誓词，讲一件展品的来历。"),
                    Map.entry("pupilActivities", "每周向两个班开放，小讲解员轮流上岗。"),
                    Map.entry("fundingSource", "学校公用经费"),
                    Map.entry("topic", "身边的榜样"),
                    Map.entry("audience", "全体党员教师"),
                    Map.entry("item", "道德与法治课"),
                    Map.entry("name", "红色故事会"),
                    Map.entry("period", "1949 年以前"),
                    Map.entry("source", "退休教师捐赠，校有"));

    /** What a good teacher of no rank says no to. */
    private static final Set<String> NOBODY = Set.of("disciplined", "head");

    private final JsonNode form;
    private final Map<String, String> written;
    private final SplittableRandom chance;
    private final ObjectNode content = MADE.objectNode();

    private Answers(JsonNode form, Prose.Application text, SplittableRandom chance) {
        this.form = form;
        this.written =
                Map.of(
                        "title", text.title(),
                        "summary", text.summary(),
                        "deeds", text.deeds(),
                        "effect", text.effect(),
                        "teachingLink", text.teachingLink(),
                        "mechanism", text.mechanism());
        this.chance = chance;
    }

    /**
     * Fills in a form.
     *
     * @param form its definition, as the platform tells it
     * @param noticeFrom when it was shown in the school itself (校内公示), and until when
     */
    public static ObjectNode to(
            JsonNode form, Prose.Application text, LocalDate noticeFrom, LocalDate noticeTo) {
        var answers = new Answers(form, text, new SplittableRandom(text.title().hashCode()));
        answers.fill(noticeFrom, noticeTo);
        return answers.content;
    }

    /** Proves it with a picture, which speaks for whatever the form judges first. */
    public static void prove(ObjectNode content, UUID picture) {
        content.putArray("evidence").addObject().put("attachment", picture.toString());
    }

    private void fill(LocalDate noticeFrom, LocalDate noticeTo) {
        for (var section : form.path("sections"))
            for (var field : section.path("fields"))
                if (isAsked(field)) content.set(key(field), answer(field, noticeFrom, noticeTo));
    }

    private boolean isAsked(JsonNode field) {
        var when = field.path("when");
        if (when.isMissingNode()) return true;
        var given = content.path(when.path("field").asString());
        var wanted = when.path("is");
        return wanted.isMissingNode()
                ? !given.isMissingNode()
                : StreamSupport.stream(wanted.spliterator(), false)
                        .anyMatch(one -> one.asString().equals(given.asString("")));
    }

    private JsonNode answer(JsonNode field, LocalDate noticeFrom, LocalDate noticeTo) {
        return switch (field.path("kind").asString()) {
            case "text" -> MADE.stringNode(words(field));
            case "choice" -> choice(field);
            case "amount" -> MADE.numberNode(amount(field));
            case "yesNo" -> MADE.booleanNode(!NOBODY.contains(key(field)));
            case "consent" -> MADE.booleanNode(true);
            case "day" -> MADE.stringNode(noticeFrom.minusDays(chance.nextInt(5, 60)).toString());
            case "month" ->
                    MADE.stringNode(
                            "%d-%02d".formatted(chance.nextInt(1978, 1996), chance.nextInt(1, 13)));
            case "table" -> table(field, noticeFrom, noticeTo);
            case "scores" -> scores(field);
            case "evidence" -> MADE.arrayNode();
            case "notice" ->
                    MADE.objectNode()
                            .put("from", noticeFrom.toString())
                            .put("to", noticeTo.toString())
                            .put("place", "校务公开栏")
                            .put("objections", false);
            default -> throw new IllegalStateException("不会填写：" + field);
        };
    }

    private String words(JsonNode field) {
        var key = key(field);
        if (written.containsKey(key)) return written.get(key);
        if (field.path("blind").asString("").equals("NAMES"))
            return Names.person(chance.nextInt(997));
        if (field.path("optional").asBoolean()) return WORDS.getOrDefault(key, "");
        var words = WORDS.getOrDefault(key, field.path("label").asString() + "已落实。");
        return words.substring(0, Math.min(words.length(), field.path("max").asInt()));
    }

    private JsonNode choice(JsonNode field) {
        var options = field.path("options");
        // what is put forward is put forward; everything else differs from school to school
        int chosen = key(field).equals("origin") ? 0 : chance.nextInt(options.size());
        if (key(field).startsWith("ethics") || key(field).equals("politicalStatus")) chosen = 0;
        var value = options.get(chosen).path("value").asString();
        return field.path("several").asBoolean()
                ? MADE.arrayNode().add(value)
                : MADE.stringNode(value);
    }

    private int amount(JsonNode field) {
        int least = field.path("min").asInt();
        int most = field.path("max").asInt();
        var likely = LIKELY.getOrDefault(key(field), new int[] {least, Math.min(most, least + 20)});
        return Math.clamp(chance.nextInt(likely[0], likely[1] + 1), least, most);
    }

    private JsonNode table(JsonNode field, LocalDate noticeFrom, LocalDate noticeTo) {
        var rows = MADE.arrayNode();
        for (int n = 0; n < field.path("min").asInt(); n++) {
            var row = rows.addObject();
            for (var column : field.path("columns"))
                row.set(key(column), answer(column, noticeFrom, noticeTo));
        }
        return rows;
    }

    /** A school sees itself in a good light, and knows that nobody is perfect. */
    private JsonNode scores(JsonNode field) {
        var scores = MADE.objectNode();
        for (var criterion : field.path("criteria")) {
            int steps = criterion.path("maxPoints").asInt() / 500;
            scores.put(
                    criterion.path("code").asString(),
                    500 * chance.nextInt(steps - steps / 4, steps + 1));
        }
        return scores;
    }

    private static String key(JsonNode field) {
        return field.path("key").asString();
    }
}
