package cn.sihong.scenarios.people;

import cn.sihong.scenarios.town.Answers;
import cn.sihong.scenarios.town.Category;
import cn.sihong.scenarios.town.Photo;
import cn.sihong.scenarios.town.Prose;
import cn.sihong.scenarios.town.Town;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A school at work: its info officer writes, its secretary submits and judges other schools.
 *
 * @param id by which the platform knows the school
 */
public record School(UUID id, Town.School who, Person infoOfficer, Person secretary) {

    /** The plan as first written. */
    public Seen drafts(UUID plan, UUID programme, Prose.Plan text, LocalDate targetsDue) {
        return Seen.of(
                infoOfficer.post(
                        "/api/plans",
                        Map.of(
                                "id",
                                plan,
                                "programmeId",
                                programme,
                                "schoolId",
                                id,
                                "content",
                                content(text, targetsDue))));
    }

    private Map<String, Object> content(Prose.Plan text, LocalDate targetsDue) {
        var content = new HashMap<String, Object>();
        content.put("ideology", text.ideology());
        content.put("organisation", text.organisation());
        content.put("institution", text.institution());
        content.put("team", text.team());
        content.put("integrity", text.integrity());
        content.put("highlights", text.highlights());
        content.put("brandName", text.brandName());
        content.put("brandMeaning", text.brandMeaning());
        content.put("brandCarrier", text.brandCarrier());
        content.put("brandMethod", text.brandMethod());
        content.put("brandEffect", text.brandEffect());
        content.put(
                "leadGroup",
                List.of(
                        Map.of("name", who.secretary().name(), "duty", "组长，负总责"),
                        Map.of("name", who.infoOfficer().name(), "duty", "材料汇集上报")));
        content.put("secretary", who.secretary().name());
        content.put("infoOfficer", who.infoOfficer().name());
        content.put(
                "targets",
                text.targets().stream()
                        .map(target ->
                                Map.of(
                                        "text",
                                        target.text(),
                                        "measure",
                                        target.measure(),
                                        "dueOn",
                                        targetsDue.toString()))
                        .toList());
        return content;
    }

    public Seen submits(Seen plan) {
        return Seen.of(
                secretary.move(
                        "/api/plans/" + plan.id(), "submit", Map.of("version", plan.version())));
    }

    /**
     * What a school hands in for one of the four reds.
     *
     * @param noticeFrom when it was shown in the school itself (校内公示), and until when
     */
    public record Entry(
            UUID id,
            Category category,
            Prose.Application text,
            LocalDate noticeFrom,
            LocalDate noticeTo,
            UUID photo) {

        ObjectNode content(JsonNode form) {
            return Answers.to(form, text, noticeFrom, noticeTo);
        }
    }

    /** The form of a category, as it is now. */
    private JsonNode form(Category category) {
        for (var form : infoOfficer.get("/api/application-forms"))
            if (form.path("category").asString().equals(category.name())) return form;
        throw new IllegalStateException("没有申报表：" + category);
    }

    /** Draft, photo, finished text, and the secretary's signature. */
    public Seen applies(UUID programme, Entry entry) {
        var draft = begins(programme, entry);
        attachesPhoto(entry);
        var content = entry.content(form(entry.category()));
        Answers.prove(content, entry.photo());
        var written =
                Seen.of(
                        infoOfficer.revise(
                                "/api/applications/" + entry.id(),
                                "",
                                Map.of("version", draft.version(), "content", content)));
        return submits(written, entry.text().opinion());
    }

    public Seen begins(UUID programme, Entry entry) {
        return Seen.of(
                infoOfficer.post(
                        "/api/applications",
                        Map.of(
                                "id",
                                entry.id(),
                                "programmeId",
                                programme,
                                "schoolId",
                                id,
                                "category",
                                entry.category(),
                                "content",
                                entry.content(form(entry.category())))));
    }

    private void attachesPhoto(Entry entry) {
        infoOfficer.upload(
                "/api/attachments?id=%s&school=%s&name=%s"
                        .formatted(
                                entry.photo(),
                                id,
                                URLEncoder.encode(
                                        entry.category().chinese() + ".jpg",
                                        StandardCharsets.UTF_8)),
                "image/jpeg",
                Photo.of(entry.id().getLeastSignificantBits()));
    }

    public Seen submits(Seen application, String opinion) {
        return Seen.of(
                secretary.move(
                        "/api/applications/" + application.id(),
                        "submit",
                        Map.of(
                                "version",
                                application.version(),
                                "secretaryOpinion",
                                opinion,
                                "undertaking",
                                true)));
    }

    /** The score sheets that this school has to fill. */
    public List<Seen> sheets(UUID programme) {
        return secretary.list("/api/score-sheets?limit=200&programme=" + programme).stream()
                .map(Seen::of)
                .toList();
    }

    /** Says why, wherever its locked score is one of two ends that lie far apart. */
    public void explainsItsEnds(UUID sheet) {
        for (var spread : secretary.get("/api/score-sheets/" + sheet + "/others")) {
            if (!spread.path("reasonAsked").asBoolean()) continue;
            secretary.post(
                    "/api/score-sheets/" + sheet + "/reasons",
                    Map.of(
                            "applicationId",
                            spread.path("applicationId").asString(),
                            "reason",
                            "已对照评分细则逐项复核，维持原评分。"));
        }
    }

    public JsonNode sheet(UUID sheet) {
        return secretary.get("/api/score-sheets/" + sheet);
    }

    public Seen fills(JsonNode sheet, List<Score> scores) {
        return Seen.of(
                secretary.revise(
                        "/api/score-sheets/" + sheet.path("id").asString(),
                        "",
                        Map.of("version", sheet.path("version").asLong(), "items", scores)));
    }

    /** What is said of one application: milli-points by criterion. */
    public record Score(UUID applicationId, Map<String, Integer> points, String comment) {}

    public Seen locks(Seen sheet) {
        return Seen.of(
                secretary.move(
                        "/api/score-sheets/" + sheet.id(),
                        "lock",
                        Map.of("version", sheet.version())));
    }
}
