package cn.sihong.scenarios.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A member of the bureau's Party group (局党组成员), who records what the group decided. */
public record PartyGroupMember(Person person) {

    /** How many could vote, how many came, and how they voted. */
    public record Vote(int due, int present, int inFavour, int against, int abstained) {}

    /**
     * What the meeting decided.
     *
     * @param tieOrders for each category with a tie across the edge of its quota, all who are tied,
     *     in the order that the vote gave them
     */
    public void records(Seen selection, Vote vote, Map<String, List<UUID>> tieOrders) {
        var body = new HashMap<String, Object>();
        body.put("version", selection.version());
        body.put("due", vote.due());
        body.put("present", vote.present());
        body.put("inFavour", vote.inFavour());
        body.put("against", vote.against());
        body.put("abstained", vote.abstained());
        body.put("decision", 2 * vote.inFavour() > vote.due() ? "ADOPTED" : "REJECTED");
        body.put(
                "tieOrders",
                tieOrders.entrySet().stream()
                        .map(tie ->
                                Map.of("category", tie.getKey(), "applicationIds", tie.getValue()))
                        .toList());
        person.move("/api/selections/" + selection.id(), "vote", body);
    }

    /**
     * Looks through the list and releases it.
     *
     * @return how many are on it
     */
    public int releases(UUID selection) {
        var path = "/api/selections/" + selection;
        var version = person.get(path).path("version").asLong();
        var list = person.get(path + "/release");
        var selected = list.path("selected").asInt();
        person.move(
                path,
                "release",
                Map.of(
                        "version",
                        version,
                        "selected",
                        selected,
                        "listHash",
                        list.path("listHash").asString()));
        return selected;
    }

    /** Publishes what an officer drafted, having looked for secrets and personal data. */
    public Seen publishes(Seen notice) {
        var body =
                Map.of(
                        "version",
                        notice.version(),
                        "secrecyChecked",
                        true,
                        "personalDataChecked",
                        true);
        try {
            return Seen.of(person.post("/api/notices/" + notice.id() + "/publish", body));
        } catch (Refused refused) {
            if (!refused.wasInterruptedBefore() || refused.status() != 409) throw refused;
            return Seen.of(person.get("/api/public/notices/" + notice.id()));
        }
    }
}
