package cn.sihong.scenarios.people;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who screens for a street centre or direct unit (审核把关).
 *
 * @param unit by which the platform knows the unit
 */
public record Gatekeeper(UUID unit, Person person) {

    public List<JsonNode> plans(UUID programme) {
        return person.list("/api/plans?limit=200&programme=" + programme);
    }

    public void passes(Seen plan) {
        person.move("/api/plans/" + plan.id(), "pass", Map.of("version", plan.version()));
    }

    public void reportsPlans(UUID programme) {
        person.post("/api/plans/batch", Map.of("programmeId", programme));
    }

    public List<JsonNode> applications(UUID programme) {
        return person.list("/api/applications?limit=200&programme=" + programme);
    }

    public void recommends(Seen application, int rank) {
        person.move(
                "/api/applications/" + application.id(),
                "recommend",
                Map.of("version", application.version(), "rank", rank));
    }

    public JsonNode preview(UUID programme) {
        return person.get("/api/batches/preview?programme=%s&unit=%s".formatted(programme, unit));
    }

    public Seen reports(UUID batch, UUID programme) {
        return Seen.of(
                person.post(
                        "/api/batches",
                        Map.of(
                                "id",
                                batch,
                                "programmeId",
                                programme,
                                "unitId",
                                unit,
                                "reasons",
                                Map.of())));
    }
}
