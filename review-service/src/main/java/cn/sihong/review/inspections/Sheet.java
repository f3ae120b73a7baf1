package cn.sihong.review.inspections;

import java.util.Map;
import java.util.UUID;

/** What one inspector says of the school and its applications. */
record Sheet(UUID inspector, Status status, Answers answers) {

    /** How far an inspector's scores are. */
    enum Status {
        /** Still being written; nobody else sees it. */
        OPEN,
        /** Final; the author may see the others' now. */
        LOCKED,
        /** Two devices of the author locked different scores; they choose between the two. */
        CONFLICT,
        /** Said not to have come. */
        ABSENT
    }

    /**
     * Points and exceptions.
     *
     * @param points milli-points by what they are about and by criterion
     * @param exceptions why something could not be judged on the spot
     */
    record Answers(Map<UUID, Map<String, Integer>> points, Map<UUID, String> exceptions) {
        Answers {
            points = Map.copyOf(points);
            exceptions = Map.copyOf(exceptions);
        }

        Map<String, Integer> about(UUID subject) {
            return points.getOrDefault(subject, Map.of());
        }

        boolean excepts(UUID subject) {
            return exceptions.containsKey(subject);
        }

        long scoreOf(UUID subject) {
            return about(subject).values().stream().mapToLong(Integer::longValue).sum();
        }
    }

    boolean isLocked() {
        return status == Status.LOCKED;
    }
}
