package cn.sihong.scenarios;

import static cn.sihong.scenarios.Together.together;
import static cn.sihong.scenarios.people.Eventually.eventually;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import cn.sihong.scenarios.Judgement.Criterion;
import cn.sihong.scenarios.people.Gatekeeper;
import cn.sihong.scenarios.people.Inspector;
import cn.sihong.scenarios.people.Officer;
import cn.sihong.scenarios.people.PartyGroupMember.Vote;
import cn.sihong.scenarios.people.Refused;
import cn.sihong.scenarios.people.School;
import cn.sihong.scenarios.people.Seen;
import cn.sihong.scenarios.town.Category;
import cn.sihong.scenarios.town.Prose;
import cn.sihong.scenarios.town.Town;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A programme from its publication to the certificates, told stage by stage. Each public method is
 * one stage; whoever tells the story calls them in this order and may do something else in between.
 */
public final class Story {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Cast cast;
    private final Judgement judgement;
    private final Narrator narrator;
    private final Book book = new Book();
    private final LocalDate today = LocalDate.now(BEIJING);
    private final UUID programme = UUID.randomUUID();
    private final UUID selection = UUID.randomUUID();
    private final UUID notice = UUID.randomUUID();
    private final Map<String, List<Criterion>> rubrics = new HashMap<>();
    private String title = "";

    /**
     * A story that has not begun.
     *
     * @param seed of all scores and texts
     */
    public Story(Cast cast, long seed, Narrator narrator) {
        this.cast = cast;
        this.judgement = new Judgement(seed);
        this.narrator = narrator;
    }

    public UUID programme() {
        return programme;
    }

    public UUID selection() {
        return selection;
    }

    public UUID notice() {
        return notice;
    }

    public String title() {
        return title;
    }

    public Book book() {
        return book;
    }

    public Cast cast() {
        return cast;
    }

    public Town town() {
        return cast.town();
    }

    /** The organisation tree is imported, unless it is there from an earlier telling. */
    public void theTownIsKnown() {
        if (cast.looksUpOrganisations() == 0) {
            narrator.says("组织机构已在平台上，沿用 %d 个单位".formatted(town().organisations()));
        } else {
            var officer = cast.officer();
            officer.imports(town().workbook(), true);
            officer.imports(town().workbook(), false);
            narrator.says(
                    "党建办导入组织机构表：%d 个单位，%d 人".formatted(town().organisations(), town().people()));
        }
        eventually("全部账号开通", () -> cast.officer().accountsPending() == 0);
        if (cast.looksUpOrganisations() > 0) throw new IllegalStateException("导入后仍有单位查不到");
    }

    public void everybodySignsIn() {
        var people = cast.townspeople();
        var progress = narrator.begins("登录", "人", people.size());
        together(
                people,
                name -> {
                    cast.person(name);
                    progress.step();
                });
    }

    /** A demonstration whose windows are all open today. */
    public void theOfficerPublishes(String wantedTitle) {
        title = wantedTitle;
        var officer = cast.officer();
        var windows = new Officer.Windows(today.minusDays(30), today.plusDays(60));
        var terms = officer.demonstrationTerms(title, today.getYear(), windows);
        officer.publishes(officer.drafts(programme, terms));
        narrator.says("党建办发布《%s》".formatted(title));
    }

    public void schoolsPlan() {
        var schools = cast.schools();
        var progress = narrator.begins("实施方案：起草、提交", "所学校", schools.size());
        together(
                schools,
                school -> {
                    var plan = Prose.of(school.who(), judgement.seed()).plan();
                    var draft =
                            school.drafts(UUID.randomUUID(), programme, plan, today.plusMonths(6));
                    school.submits(draft);
                    progress.step();
                });
    }

    public void unitsPassPlans() {
        var progress = narrator.begins("实施方案：审核把关、统一报送", "个单位", town().units().size());
        together(
                cast.gatekeepers(),
                keeper -> {
                    for (var plan : keeper.plans(programme)) keeper.passes(seen(plan));
                    keeper.reportsPlans(programme);
                    progress.step();
                });
        for (var unit : town().units()) {
            cast.officer().filesPlans(programme, cast.idOf(unit.code()));
        }
        var filed =
                cast.officer().plans(programme).stream()
                        .filter(plan -> plan.state().equals("FILED"))
                        .count();
        must(filed == town().schools().size(), "全部方案应已备案，实为 %d 份".formatted(filed));
        narrator.says("党建办备案 %d 份实施方案".formatted(filed));
    }

    public int applicationsPlanned() {
        var each = IntStream.of(minima()).sum();
        return each * town().schools().size();
    }

    private static int[] minima() {
        return Arrays.stream(Category.values()).mapToInt(Category::minimum).toArray();
    }

    public void schoolsApply() {
        var progress = narrator.begins("申报（各附照片一张）", "份", applicationsPlanned());
        together(
                cast.schools(),
                school -> {
                    for (var category : Category.values()) {
                        for (var n = 1; n <= category.minimum(); n++) {
                            applies(school, category, n);
                            progress.step();
                        }
                    }
                });
    }

    private void applies(School school, Category category, int ordinal) {
        var seed = judgement.seed() * 10 + category.name().hashCode() + ordinal;
        var text = Prose.of(school.who(), seed).application(category, ordinal);
        var id = UUID.randomUUID();
        book.applied(new Book.Entry(id, school.who(), category, ordinal, text.title()));
        school.applies(
                programme,
                new School.Entry(
                        id,
                        category,
                        text,
                        today.minusDays(21),
                        today.minusDays(2),
                        UUID.randomUUID()));
    }

    /** Each unit ranks what its schools hand in, and reports it in one piece. */
    public void unitsScreenAndReport() {
        var progress = narrator.begins("审核筛选：推荐排序", "份", applicationsPlanned());
        together(
                cast.gatekeepers(),
                keeper -> {
                    var ranks = new HashMap<String, Integer>();
                    for (var application : inOrder(keeper)) {
                        var category = application.path("category").asString();
                        keeper.recommends(
                                seen(application), ranks.merge(category, 1, Integer::sum));
                        progress.step();
                    }
                    keeper.reports(UUID.randomUUID(), programme);
                });
        narrator.says("%d 个单位已报送批次".formatted(town().units().size()));
    }

    /** By school and the order in which it applied, which is the same in every telling. */
    private List<JsonNode> inOrder(Gatekeeper keeper) {
        var all = new ArrayList<>(keeper.applications(programme));
        all.sort(
                Comparator.comparing(application -> {
                    var entry = book.entry(idOf(application));
                    return entry.school().code() + entry.category() + entry.ordinal();
                }));
        return all;
    }

    public void theOfficerReceives() {
        var officer = cast.officer();
        var batches = officer.batches(programme);
        var toCheck = officer.batchesToCheck(programme);
        for (var batch : batches) {
            officer.receives(batch, toCheck.contains(batch.id()));
            officer.admits(programme, batch.id());
        }
        must(batches.size() == town().units().size(), "应收到每个单位一个批次");
        var received =
                officer.applications(programme).stream()
                        .filter(one -> one.path("state").asString().equals("FORMALLY_OK"))
                        .count();
        must(received == applicationsPlanned(), "应受理全部申报，实为 %d 份".formatted(received));
        narrator.says("党建办接收 %d 个批次，形式审查后受理 %d 份申报".formatted(batches.size(), received));
    }

    /** The list is sealed, two witnesses bring the seed, discipline looks the draw over. */
    public void theMutualReviewIsDrawn(int k) {
        var officer = cast.officer();
        eventually(
                "评审服务知道方案",
                () -> {
                    try {
                        officer.preparesMutualReview(UUID.randomUUID(), programme, k);
                        return true;
                    } catch (Refused notYet) {
                        if (notYet.status() == 404) return false;
                        throw notYet;
                    }
                });
        var commitment = officer.commits(programme, "公证处现场摇号（演示）");
        var round = officer.mutualReview(programme).id();
        var watching = cast.witnesses();
        watching.getFirst().enters(round, "演示摇号 " + judgement.seed(), "31642");
        watching.getLast().enters(round, "演示摇号 " + judgement.seed(), "25516");
        officer.draws(programme);
        var sheet = officer.drawSheet(programme);
        must(sha256(sheet.path("list").asString()).equals(commitment), "抽签单的名单应与承诺一致");
        watching.getFirst().inspects(officer.mutualReview(programme), "现场监督，复算一致");
        officer.releases(programme);
        narrator.says(
                "互查互评：每校由 %d 所学校评，承诺 %s…，名单已公布"
                        .formatted(k, commitment.substring(0, Math.min(12, commitment.length()))));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public void schoolsJudge(int k) {
        readsRubrics();
        var schools = cast.schools();
        // what is seen on the spot and what is read blind: two sheets for each school judged
        var sheets = 2 * k;
        var progress = narrator.begins("互查互评：评分并锁定", "张评分表", schools.size() * sheets);
        together(
                schools,
                school -> {
                    var mine =
                            eventually(
                                    "互评员看到全部评分表",
                                    () ->
                                            Optional.of(school.sheets(programme))
                                                    .filter(all -> all.size() == sheets));
                    for (var sheet : mine) {
                        if (!sheet.state().equals("LOCKED")) judges(school, sheet.id());
                        progress.step();
                    }
                });
        must(progress.done() == schools.size() * sheets, "每校应有 %d 张评分表".formatted(sheets));
    }

    private static int itemsOn(String kind) {
        return kind.equals("PAPER")
                ? Category.RED_GARDENER.minimum() + Category.RED_CLASSROOM.minimum()
                : Category.RED_READING_ROOM.minimum() + Category.RED_BASE.minimum();
    }

    private void judges(School school, UUID sheetId) {
        var sheet =
                eventually(
                        "评分表列出被评学校的全部申报",
                        () ->
                                Optional.of(school.sheet(sheetId))
                                        .filter(one ->
                                                one.path("items").size()
                                                        == itemsOn(one.path("kind").asString())));
        var scores = new ArrayList<School.Score>();
        for (var item : sheet.path("items")) {
            var entry = book.entry(UUID.fromString(item.path("applicationId").asString()));
            var points =
                    judgement.ofPeer(
                            school.who(),
                            entry.school(),
                            entry.category(),
                            entry.ordinal(),
                            rubric(entry.category().name()));
            scores.add(new School.Score(entry.id(), points, "材料属实，做法可学；建议进一步细化成效数据。"));
        }
        school.locks(school.fills(sheet, scores));
        for (var score : scores) {
            book.judgedByPeer(score.applicationId(), Judgement.sum(score.points()));
        }
    }

    public void theMutualReviewCloses() {
        if (!cast.officer().gaps(programme).isEmpty()) {
            together(
                    cast.schools(),
                    school ->
                            school.sheets(programme)
                                    .forEach(one -> school.explainsItsEnds(one.id())));
        }
        cast.officer().closesMutualReview(programme);
        narrator.says("互查互评结束，得分已锁定");
    }

    /** Two inspectors go to each school; each scores and locks, one of them keeps the record. */
    public void inspectorsVisit() {
        readsRubrics();
        var known = cast.officer().inspectorsToChooseFrom();
        var inspectors =
                cast.inspectors().stream()
                        .filter(one -> known.contains(one.person().subject()))
                        .toList();
        var subjects = inspectors.stream().map(one -> one.person().subject()).toList();
        var schools = cast.schools();
        var visits = new ArrayList<Officer.Visit>();
        var teams = new LinkedHashMap<UUID, List<Inspector>>();
        for (var n = 0; n < schools.size(); n++) {
            var first = n % inspectors.size();
            var second = (n + 1) % inspectors.size();
            var visit =
                    new Officer.Visit(
                            UUID.randomUUID(),
                            schools.get(n).id(),
                            today,
                            List.of(subjects.get(first), subjects.get(second)));
            visits.add(visit);
            teams.put(visit.id(), List.of(inspectors.get(first), inspectors.get(second)));
        }
        cast.officer().schedules(programme, visits);
        var byId = new HashMap<UUID, School>();
        schools.forEach(school -> byId.put(school.id(), school));
        var progress = narrator.begins("现场验收：四种方法、签字、锁定", "所学校", visits.size());
        together(
                visits,
                visit -> {
                    var team = requireNonNull(teams.get(visit.id()));
                    var school = requireNonNull(byId.get(visit.schoolId()));
                    inspects(team, visit.id(), school.who());
                    progress.step();
                });
    }

    private void inspects(List<Inspector> team, UUID visit, Town.School school) {
        var recorder = team.getFirst();
        recorder.starts(seen(recorder.visit(visit)));
        var scores = new ArrayList<Inspector.Score>();
        for (var item : recorder.visit(visit).path("items")) {
            var entry = book.entry(UUID.fromString(item.path("applicationId").asString()));
            var points =
                    judgement.onSite(
                            entry.school(),
                            entry.category(),
                            entry.ordinal(),
                            rubric(entry.category().name()));
            scores.add(new Inspector.Score(entry.id(), points));
            book.judgedOnSite(entry.id(), Judgement.sum(points));
        }
        var methods =
                Map.<String, Object>of(
                        "DOCUMENT_REVIEW", method("查阅实施方案、组织生活记录和借阅台账，内容真实", 14),
                        "SITE_VISIT", method("察看书屋、基地和示范课堂", 4),
                        "INTERVIEW", method("与党员、教师、家长分别座谈", 11),
                        "MASS_SURVEY", method("随机发放问卷并当场收回", 46));
        var ofSchool = judgement.ofSchool(school, rubric("SCHOOL"));
        for (var inspector : team) {
            var done = inspector.equals(recorder) ? methods : Map.<String, Object>of();
            inspector.locksScores(
                    inspector.records(seen(inspector.visit(visit)), done, ofSchool, scores));
        }
        var signed =
                recorder.signs(
                        seen(recorder.visit(visit)),
                        "创建工作扎实，与教育教学结合紧密，同意通过验收。",
                        school.secretary().name());
        recorder.locks(signed);
    }

    private static Map<String, Object> method(String note, int count) {
        return Map.of("note", note, "count", count);
    }

    /** Ranked, frozen, voted on; what is tied across the edge of a quota gets its order by vote. */
    public void theSelectionIsDecided() {
        var officer = cast.officer();
        var opened = officer.opensSelection(selection, programme);
        eventually(
                "评选服务收齐全部得分",
                () -> {
                    var ranked = candidates(officer.selection(selection));
                    return ranked.size() == applicationsPlanned()
                            && ranked.stream()
                                    .noneMatch(one ->
                                            one.path("outcome").asString().equals("GATED_OUT"));
                });
        var frozen = officer.freezes(opened);
        narrator.says(
                "排名已冻结，算分包 %s…"
                        .formatted(frozen.path("packageHash").asString("").substring(0, 12)));
        var ties = ties(frozen);
        cast.partyGroupMember().records(seen(frozen), new Vote(5, 5, 5, 0, 0), ties);
        narrator.says(
                "局党组表决：应到 5，实到 5，同意 5"
                        + (ties.isEmpty() ? "" : "；%d 个类别名额边缘并列，由表决定序".formatted(ties.size())));
        officer.proposes(selection);
        var released = cast.approver().releases(selection);
        narrator.says("另一位党组成员核对名单后统一发布决定：入选 %d 项".formatted(released));
    }

    public static List<JsonNode> candidates(JsonNode selection) {
        var all = new ArrayList<JsonNode>();
        for (var category : selection.path("categories")) {
            category.path("candidates").forEach(all::add);
        }
        return all;
    }

    private static Map<String, List<UUID>> ties(JsonNode frozen) {
        var ties = new LinkedHashMap<String, List<UUID>>();
        for (var category : frozen.path("categories")) {
            for (var candidate : category.path("candidates")) {
                if (!candidate.path("outcome").asString().equals("TIED")) continue;
                ties.computeIfAbsent(category.path("category").asString(), _ -> new ArrayList<>())
                        .add(UUID.fromString(candidate.path("applicationId").asString()));
            }
        }
        return ties;
    }

    /** Five working days, which only a demonstration may cut short. */
    public void theNoticeRuns() {
        var officer = cast.officer();
        var draft = officer.draftsNotice(notice, selection, title + "拟表彰名单公示", today);
        var opened = cast.partyGroupMember().publishes(draft);
        var onTheWall = cast.citizen().readsNotice(notice);
        must(onTheWall.path("title").asString().contains("公示"), "公示应对公众可见");
        var shortened = officer.shortens(opened, today, "演示方案：为完整演示流程缩短公示期");
        officer.closes(shortened);
        narrator.says("公示已开启（公众可见），经记录缩短后无异议结束");
    }

    /**
     * A winner with a certificate.
     *
     * @param code what the certificate page asks for beside the number
     */
    public record Winner(
            Book.Entry entry, UUID honourId, String certificateNumber, @Nullable String code) {}

    /** The decision is issued; certificates are downloaded, and checked by a passer-by. */
    public Map<Category, List<Winner>> honoursAreGranted() {
        var officer = cast.officer();
        officer.commends(
                UUID.randomUUID(),
                selection,
                "云教党〔%d〕%d号（演示）".formatted(today.getYear(), 18),
                today);
        var winners = new LinkedHashMap<Category, List<Winner>>();
        for (var honour : officer.honours(programme)) {
            var category = Category.valueOf(honour.path("category").asString());
            winners.computeIfAbsent(category, _ -> new ArrayList<>()).add(winner(honour));
        }
        var granted = winners.values().stream().mapToInt(List::size).sum();
        narrator.says("表彰决定已印发，授予 %d 项".formatted(granted));
        winners.values().forEach(list -> checksCertificate(list.getFirst()));
        return winners;
    }

    private Winner winner(JsonNode honour) {
        return new Winner(
                book.entry(UUID.fromString(honour.path("applicationId").asString())),
                idOf(honour),
                honour.path("certificateNumber").asString(),
                honour.path("code").asString(""));
    }

    private void checksCertificate(Winner winner) {
        var pdf =
                cast.officer()
                        .person()
                        .download("/api/honours/" + winner.honourId() + "/certificate")
                        .body();
        var head = new String(pdf, 0, Math.min(5, pdf.length), StandardCharsets.US_ASCII);
        must(head.equals("%PDF-"), "证书应为 PDF");
        var status =
                cast.citizen()
                        .verifies(
                                winner.certificateNumber(), requireNonNullElse(winner.code(), ""));
        must(status.equals("VALID"), "公众查验应为有效，实为 " + status);
        narrator.says(
                "%s证书 %s（PDF %d KB），公众查验：有效"
                        .formatted(
                                winner.entry().category().chinese(),
                                winner.certificateNumber(),
                                pdf.length / 1024));
    }

    /** The ledger has heard of everything and no link of its chain is broken. */
    public void theLedgerHoldsEverything(int granted) {
        var officer = cast.officer();
        eventually(
                "专项台账记下全部表彰",
                () ->
                        kinds(officer.ledger(programme)).getOrDefault("honour.granted.v1", 0)
                                >= granted);
        var check = officer.checksLedger();
        must(check.path("intact").asBoolean(), "台账的链应完整：" + check);
        narrator.says("专项台账 %d 条，链完整".formatted(check.path("entries").asInt()));
    }

    /** How often each kind of step stands in the ledger. */
    public static Map<String, Integer> kinds(List<JsonNode> entries) {
        var kinds = new HashMap<String, Integer>();
        for (var entry : entries) kinds.merge(entry.path("type").asString(), 1, Integer::sum);
        return kinds;
    }

    private synchronized void readsRubrics() {
        if (!rubrics.isEmpty()) return;
        for (var rubric : cast.officer().person().list("/api/rubrics?programme=" + programme)) {
            var criteria = new ArrayList<Criterion>();
            for (var one : rubric.path("criteria")) {
                criteria.add(
                        new Criterion(one.path("code").asString(), one.path("maxPoints").asInt()));
            }
            rubrics.put(rubric.path("category").asString(), criteria);
        }
    }

    private List<Criterion> rubric(String name) {
        var rubric = rubrics.get(name);
        if (rubric == null) throw new IllegalStateException("没有评分细则：" + name);
        return rubric;
    }

    private static UUID idOf(JsonNode node) {
        return UUID.fromString(node.path("id").asString());
    }

    private static Seen seen(JsonNode node) {
        return new Seen(idOf(node), node.path("version").asLong(), node.path("state").asString(""));
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException(otherwise);
    }
}
