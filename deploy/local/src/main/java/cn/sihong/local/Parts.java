package cn.sihong.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts of a run, each after all that it needs. */
record Parts(List<Part> all) {

    static final Parts EVERYTHING =
            new Parts(
                    List.of(
                            new Postgres(),
                            new Kafka(),
                            new ObjectStore(),
                            new Keycloak(),
                            Application.SUBMISSION,
                            Application.REVIEW,
                            Application.AWARD,
                            Application.GATEWAY));

    Parts {
        var earlier = new HashSet<String>();
        for (var part : all) {
            if (!earlier.containsAll(part.needs())) {
                throw new IllegalArgumentException(part.name() + " stands before what it needs");
            }
            earlier.add(part.name());
        }
        all = List.copyOf(all);
    }

    Part named(String name) {
        return all.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part called " + name));
    }

    /** Only these and what they need, directly or not. */
    Parts reduced(Set<String> names) {
        names.forEach(this::named);
        var kept = new ArrayList<Part>();
        var wanted = new HashSet<>(names);
        for (var part : all.reversed()) {
            if (!wanted.contains(part.name())) continue;
            wanted.addAll(part.needs());
            kept.addFirst(part);
        }
        return new Parts(kept);
    }

    /** Who needs this part directly, and therefore ends before it. */
    List<Part> dependents(Part part) {
        return all.stream().filter(other -> other.needs().contains(part.name())).toList();
    }
}
