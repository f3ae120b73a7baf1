package cn.sihong.scenarios.people;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody of an acceptance group (验收组), on site. */
public record Inspector(Person person) {

    /** The visits that this inspector takes part in. */
    public List<JsonNode> visits(UUID programme) {
        return person.list("/api/inspections?limit=200&programme=" + programme);
    }

    public JsonNode visit(UUID visit) {
        return person.get("/api/inspections/" + visit);
    }

    public Seen starts(Seen visit) {
        return move(visit, "start", Map.of("version", visit.version()));
    }

    /** What is said of one application: milli-points by criterion. */
    public record Score(UUID applicationId, Map<String, Integer> points) {}

    /** All four methods (R53), the school as a whole, and each of its applications. */
    public Seen records(
            Seen visit,
            Map<String, Object> methods,
            Map<String, Integer> schoolPoints,
            List<Score> scores) {
        return Seen.of(
                person.revise(
                        "/api/inspections/" + visit.id(),
                        "/records",
                        Map.of(
                                "version",
                                visit.version(),
                                "methods",
                                methods,
                                "schoolPoints",
                                schoolPoints,
                                "items",
                                scores)));
    }

    /** One's own scores are final; the team's may be seen from now on. */
    public Seen locksScores(Seen visit) {
        return move(visit, "lock-scores", Map.of("version", visit.version()));
    }

    public Seen signs(Seen visit, String summary, String schoolSignatory) {
        return move(
                visit,
                "sign",
                Map.of(
                        "version",
                        visit.version(),
                        "summary",
                        summary,
                        "schoolSignatory",
                        schoolSignatory));
    }

    public Seen locks(Seen visit) {
        return move(visit, "lock", Map.of("version", visit.version()));
    }

    private Seen move(Seen visit, String deed, Map<String, Object> body) {
        return Seen.of(person.move("/api/inspections/" + visit.id(), deed, body));
    }
}
