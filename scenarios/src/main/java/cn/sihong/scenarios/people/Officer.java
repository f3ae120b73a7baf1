package cn.sihong.scenarios.people;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The bureau's officer for Party building (党建办), who runs the programme. */
public record Officer(Person person) {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** When each stage is open, both days included. */
    public record Windows(LocalDate opensOn, LocalDate closesOn) {}

    public Map<String, UUID> organisationsByCode() {
        var codes = new HashMap<String, UUID>();
        for (var row : person.list("/api/organisations?limit=200")) {
            codes.put(row.path("code").asString(), UUID.fromString(row.path("id").asString()));
        }
        return codes;
    }

    public JsonNode imports(byte[] workbook, boolean dryRun) {
        return person.upload("/api/organisations/import?dryRun=" + dryRun, XLSX, workbook);
    }

    /** How many accounts are not made yet; refuses to wait for one that failed. */
    public int accountsPending() {
        var accounts = person.get("/api/organisations/accounts");
        var failed = accounts.path("failed").asInt();
        if (failed > 0) throw new IllegalStateException(failed + " 个账号没有开通成功");
        return accounts.path("pending").asInt();
    }

    /** The seed's calendar and categories, as a demonstration whose windows are all open now. */
    public ObjectNode demonstrationTerms(String title, int year, Windows windows) {
        var terms = (ObjectNode) person.get("/api/programmes/presets/seed?year=" + year);
        terms.put("title", title);
        terms.put("demonstration", true);
        for (var window : terms.path("windows")) {
            ((ObjectNode) window)
                    .put("opensOn", windows.opensOn().toString())
                    .put("closesOn", windows.closesOn().toString());
        }
        terms.putObject("legalBasis")
                .put("mode", "APPROVED")
                .put("documentNumber", "云教党〔%d〕%d号".formatted(year, 6))
                .put("approvedBy", "中共云岭区委教育工作领导小组（演示）")
                .put("approvedOn", windows.opensOn().toString())
                .put("listItem", "%d年度督查检查考核计划第 12 项（演示）".formatted(year));
        terms.putObject("weights")
                .put("mutualReview", 40)
                .put("appraisal", 0)
                .put("acceptance", 60)
                .put("supervision", 0);
        return terms;
    }

    public Seen drafts(UUID programme, ObjectNode terms) {
        return Seen.of(
                person.post("/api/programmes", terms.deepCopy().put("id", programme.toString())));
    }

    public Seen publishes(Seen programme) {
        return Seen.of(
                person.move(
                        "/api/programmes/" + programme.id(),
                        "publish",
                        Map.of("version", programme.version())));
    }

    public void filesPlans(UUID programme, UUID unit) {
        person.post("/api/plans/filings", Map.of("programmeId", programme, "unitId", unit));
    }

    public List<Seen> plans(UUID programme) {
        return seen("/api/plans?limit=200&programme=" + programme);
    }

    public List<Seen> batches(UUID programme) {
        return seen("/api/batches?limit=200&programme=" + programme);
    }

    /** What a direct unit says of itself is looked at a second time before. */
    public void receives(Seen batch, boolean needsSecondCheck) {
        if (needsSecondCheck) checks(batch);
        var body = Map.of("version", batch.version() + (needsSecondCheck ? 1 : 0));
        try {
            person.post("/api/batches/" + batch.id() + "/receive", body);
        } catch (Refused refused) {
            if (!refused.wasInterruptedBefore() || refused.status() != 409) throw refused;
        }
    }

    private void checks(Seen batch) {
        var body =
                Map.of(
                        "version",
                        batch.version(),
                        "complete",
                        true,
                        "eligible",
                        true,
                        "integrity",
                        true,
                        "opinion",
                        "材料齐全，资格符合，已收到廉政意见，同意上报。");
        try {
            person.post("/api/batches/" + batch.id() + "/second-check", body);
        } catch (Refused refused) {
            if (!refused.wasInterruptedBefore() || refused.status() != 409) throw refused;
        }
    }

    /** Batches of units that screened their own applications. */
    public List<UUID> batchesToCheck(UUID programme) {
        return person.list("/api/batches?programme=" + programme).stream()
                .filter(one -> one.path("needsSecondCheck").asBoolean())
                .map(one -> UUID.fromString(one.path("id").asString()))
                .toList();
    }

    /** The formal check of all that a received batch holds. */
    public void admits(UUID programme, UUID batch) {
        var waiting =
                person.list("/api/batches?programme=" + programme).stream()
                        .filter(one -> one.path("id").asString().equals(batch.toString()))
                        .mapToInt(one -> one.path("formalCheck").path("waiting").asInt())
                        .sum();
        if (waiting == 0) return;
        try {
            person.post("/api/batches/" + batch + "/admit", Map.of("waiting", waiting));
        } catch (Refused refused) {
            if (!refused.wasInterruptedBefore() || refused.status() != 409) throw refused;
        }
    }

    public Seen preparesMutualReview(UUID round, UUID programme, int k) {
        return Seen.of(
                person.post(
                        "/api/mutual-reviews",
                        Map.of("id", round, "programmeId", programme, "k", k)));
    }

    public Seen mutualReview(UUID programme) {
        return seen("/api/mutual-reviews?programme=" + programme).getFirst();
    }

    public String commits(UUID programme, String seedSource) {
        return moves(programme, "commit", Map.of("seedSource", seedSource))
                .path("commitment")
                .asString();
    }

    public void draws(UUID programme) {
        moves(programme, "draw", Map.of());
    }

    public void releases(UUID programme) {
        moves(programme, "release", Map.of());
    }

    /** Applications whose scores lie so far apart that somebody has to say why. */
    public JsonNode gaps(UUID programme) {
        return person.get("/api/mutual-reviews/" + mutualReview(programme).id() + "/gaps");
    }

    public void closesMutualReview(UUID programme) {
        moves(programme, "close", Map.of());
    }

    public JsonNode drawSheet(UUID programme) {
        return person.get("/api/mutual-reviews/" + mutualReview(programme).id() + "/draw-sheet");
    }

    /** There is one round in a programme; it is looked at before each move. */
    private JsonNode moves(UUID programme, String deed, Map<String, Object> more) {
        var round = mutualReview(programme);
        var body = new HashMap<>(more);
        body.put("version", round.version());
        try {
            return person.post("/api/mutual-reviews/" + round.id() + "/" + deed, body);
        } catch (Refused refused) {
            if (!refused.wasInterruptedBefore() || refused.status() != 409) throw refused;
            return person.list("/api/mutual-reviews?programme=" + programme).getFirst();
        }
    }

    /** One visit to a school, and who goes. */
    public record Visit(UUID id, UUID schoolId, LocalDate on, List<UUID> inspectors) {}

    /** Whom the office can choose from for a visit. */
    public Set<UUID> inspectorsToChooseFrom() {
        return person.list("/api/organisations/people?role=inspector").stream()
                .map(one -> UUID.fromString(one.path("subject").asString()))
                .collect(Collectors.toSet());
    }

    public void schedules(UUID programme, List<Visit> visits) {
        person.post("/api/inspections", Map.of("programmeId", programme, "visits", visits));
    }

    public List<JsonNode> inspections(UUID programme) {
        return person.list("/api/inspections?limit=200&programme=" + programme);
    }

    public Seen opensSelection(UUID selection, UUID programme) {
        return Seen.of(
                person.post("/api/selections", Map.of("id", selection, "programmeId", programme)));
    }

    public JsonNode selection(UUID selection) {
        return person.get("/api/selections/" + selection);
    }

    public JsonNode resultPackage(UUID selection) {
        return person.get("/api/selections/" + selection + "/package");
    }

    public JsonNode freezes(Seen selection) {
        return person.move(
                "/api/selections/" + selection.id(),
                "freeze",
                Map.of("version", selection.version()));
    }

    public Seen proposes(UUID selection) {
        var version = selection(selection).path("version").asLong();
        return Seen.of(
                person.move("/api/selections/" + selection, "propose", Map.of("version", version)));
    }

    public Seen draftsNotice(UUID notice, UUID selection, String title, LocalDate opensOn) {
        return Seen.of(
                person.post(
                        "/api/notices",
                        Map.of(
                                "id",
                                notice,
                                "selectionId",
                                selection,
                                "title",
                                title,
                                "opensOn",
                                opensOn.toString())));
    }

    public Seen shortens(Seen notice, LocalDate closesOn, String reason) {
        return moves(
                notice,
                "shorten",
                Map.of(
                        "version",
                        notice.version(),
                        "closesOn",
                        closesOn.toString(),
                        "reason",
                        reason));
    }

    public Seen closes(Seen notice) {
        return moves(notice, "close", Map.of("version", notice.version()));
    }

    private Seen moves(Seen notice, String deed, Map<String, Object> body) {
        try {
            return Seen.of(person.post("/api/notices/" + notice.id() + "/" + deed, body));
        } catch (Refused refused) {
            if (!refused.wasInterruptedBefore() || refused.status() != 409) throw refused;
            return Seen.of(person.get("/api/public/notices/" + notice.id()));
        }
    }

    public void commends(
            UUID commendation, UUID selection, String documentNumber, LocalDate issuedOn) {
        person.post(
                "/api/commendations",
                Map.of(
                        "id",
                        commendation,
                        "selectionId",
                        selection,
                        "documentNumber",
                        documentNumber,
                        "issuedOn",
                        issuedOn.toString()));
    }

    public List<JsonNode> honours(UUID programme) {
        return person.list("/api/honours?limit=200&programme=" + programme);
    }

    public List<JsonNode> applications(UUID programme) {
        return person.list("/api/applications?limit=200&programme=" + programme);
    }

    /** Every entry of the special ledger about this programme. */
    public List<JsonNode> ledger(UUID programme) {
        return person.list("/api/ledger?limit=200&programme=" + programme);
    }

    /** Whether the whole chain still holds, and how many entries it has. */
    public JsonNode checksLedger() {
        return person.get("/api/ledger/check");
    }

    private List<Seen> seen(String path) {
        return person.list(path).stream().map(Seen::of).toList();
    }
}
