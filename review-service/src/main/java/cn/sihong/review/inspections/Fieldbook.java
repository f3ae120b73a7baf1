package cn.sihong.review.inspections;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import cn.sihong.review.inspections.FieldRecord.Absent;
import cn.sihong.review.inspections.FieldRecord.Adjusted;
import cn.sihong.review.inspections.FieldRecord.Body;
import cn.sihong.review.inspections.FieldRecord.Excepted;
import cn.sihong.review.inspections.FieldRecord.MethodUsed;
import cn.sihong.review.inspections.FieldRecord.Scored;
import cn.sihong.review.inspections.FieldRecord.ScoresLocked;
import cn.sihong.review.inspections.FieldRecord.SignedOff;
import cn.sihong.review.inspections.Sheet.Answers;
import cn.sihong.review.inspections.Sheet.Status;
import cn.sihong.review.rubrics.Method;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All records of a visit. It only grows, and what it says depends on which records are in it, never
 * on the order in which they came or how often: that is what lets inspectors work without a
 * network. Where two records of the same thing do not know each other, both stand, and that is a
 * conflict to be shown; nobody's word is overwritten.
 */
final class Fieldbook {

    private final Checklist checklist;
    private final NavigableMap<UUID, FieldRecord> records;
    private final SortedMap<String, List<FieldRecord>> standing;

    private Fieldbook(Checklist checklist, NavigableMap<UUID, FieldRecord> records) {
        this.checklist = checklist;
        this.records = records;
        this.standing = new TreeMap<>();
        var replaced = replaced();
        for (var record : records.values())
            if (!replaced.contains(record.id()))
                standing.computeIfAbsent(record.slot(), _ -> new ArrayList<>()).add(record);
    }

    /**
     * @param checklist what a whole sheet answers
     */
    static Fieldbook of(Checklist checklist, Collection<FieldRecord> records) {
        return new Fieldbook(checklist, new TreeMap<>()).with(records);
    }

    /** With these too; one that is in it already changes nothing. */
    Fieldbook with(Collection<FieldRecord> more) {
        var all = new TreeMap<>(records);
        more.forEach(record -> all.putIfAbsent(record.id(), record));
        return new Fieldbook(checklist, all);
    }

    /** All of them, by id. */
    Collection<FieldRecord> records() {
        return records.values();
    }

    Optional<FieldRecord> find(UUID id) {
        return Optional.ofNullable(records.get(id));
    }

    /** The records that stand for one thing: more than one where they do not know each other. */
    List<FieldRecord> standing(String slot) {
        return standing.getOrDefault(slot, List.of());
    }

    /** Whether this is just what the author says of the thing. */
    boolean says(UUID author, Body body) {
        var said = bodies(standing(body.slot(author)));
        return said.size() == 1 && said.contains(body);
    }

    /** A record that knows all that stands of the same thing, and so replaces it. */
    FieldRecord next(UUID id, UUID author, Instant madeAt, Body body) {
        var replaced = standing(body.slot(author)).stream().map(FieldRecord::id).toList();
        return new FieldRecord(id, author, madeAt, FieldRecord.sorted(replaced), body);
    }

    /** What one inspector's scores are. */
    Sheet sheetOf(UUID inspector) {
        var sealed = locks(inspector).map(lock -> answers(sealedBy(lock))).toList();
        if (sealed.isEmpty())
            return new Sheet(
                    inspector,
                    isAbsent(inspector) ? Status.ABSENT : Status.OPEN,
                    answers(standing().filter(it -> it.author().equals(inspector))));
        boolean agree = sealed.stream().allMatch(sealed.getFirst()::equals);
        return new Sheet(inspector, agree ? Status.LOCKED : Status.CONFLICT, sealed.getFirst());
    }

    /** What was done by the four methods, as it stands. */
    List<MethodUsed> methods() {
        return standing()
                .map(FieldRecord::body)
                .filter(MethodUsed.class::isInstance)
                .map(MethodUsed.class::cast)
                .toList();
    }

    /** What an inspector photographed at one of the methods; a form does not bring it again. */
    List<UUID> photosOf(UUID author, Method method) {
        return methods(author, method).flatMap(used -> used.photos().stream()).distinct().toList();
    }

    /** What an inspector says of one of the methods. */
    Stream<MethodUsed> methods(UUID author, Method method) {
        return standing("method/%s/%s".formatted(author, method)).stream()
                .map(FieldRecord::body)
                .filter(MethodUsed.class::isInstance)
                .map(MethodUsed.class::cast);
    }

    /** What is added to and taken from the school's points; what is in conflict is not said yet. */
    Adjustments adjustments() {
        var adjusting = checklist.adjusting();
        var given =
                standing.values().stream()
                        .filter(sameThing -> bodies(sameThing).size() == 1)
                        .map(sameThing -> sameThing.getFirst().body())
                        .filter(Adjusted.class::isInstance)
                        .map(Adjusted.class::cast)
                        .filter(it -> it.times() > 0)
                        .flatMap(it ->
                                adjusting
                                        .rule(it.rule())
                                        .map(rule ->
                                                new Adjustment(
                                                        rule,
                                                        it.times(),
                                                        it.reason(),
                                                        it.evidence()))
                                        .stream())
                        .toList();
        return new Adjustments(checklist.schoolId(), adjusting.bonusLimit(), given);
    }

    /** The records that stand against each other, by what they are about. */
    SortedMap<String, List<FieldRecord>> conflicts() {
        var conflicts = new TreeMap<>(standing);
        conflicts.values().removeIf(records -> !disagree(records));
        return conflicts;
    }

    /** Two locks of the same scores do not disagree, though they seal other records. */
    private boolean disagree(List<FieldRecord> sameThing) {
        return sameThing.getFirst().body() instanceof ScoresLocked
                ? sheetOf(sameThing.getFirst().author()).status() == Status.CONFLICT
                : bodies(sameThing).size() > 1;
    }

    boolean isAbsent(UUID inspector) {
        return standing()
                .anyMatch(record ->
                        record.body() instanceof Absent absent
                                && absent.inspector().equals(inspector));
    }

    /** The signature, if just one stands and all that it signs is here. */
    Optional<FieldRecord> signature() {
        var standing = standing("signature");
        if (bodies(standing).size() != 1) return Optional.empty();
        return Optional.of(standing.getFirst()).filter(it -> isWhole(signed(it).sealed()));
    }

    /** What a signature made now would sign. */
    SortedSet<UUID> signable() {
        return standing()
                .filter(record ->
                        switch (record.body()) {
                            case MethodUsed _, Adjusted _, Absent _, ScoresLocked _ -> true;
                            case Scored _, Excepted _, SignedOff _ -> false;
                        })
                .map(FieldRecord::id)
                .collect(toCollection(TreeSet::new));
    }

    /** The scores that a lock made now would seal. */
    SortedSet<UUID> lockable(UUID inspector) {
        return standing()
                .filter(record -> record.author().equals(inspector))
                .filter(record ->
                        record.body() instanceof Scored || record.body() instanceof Excepted)
                .map(FieldRecord::id)
                .collect(toCollection(TreeSet::new));
    }

    /** The book of nothing but what a signature signs, with the scores that its locks seal. */
    Fieldbook under(FieldRecord signature) {
        var signed = new ArrayList<FieldRecord>();
        present(signed(signature).sealed())
                .forEach(record -> {
                    signed.add(record);
                    if (record.body() instanceof ScoresLocked)
                        sealedBy(record).forEach(signed::add);
                });
        return of(checklist, signed);
    }

    /** What is part of no lock or signature although there is one: shown, and counted nowhere. */
    SortedSet<UUID> late() {
        var signed = signature().map(it -> signed(it).sealed());
        return standing()
                .filter(record ->
                        switch (record.body()) {
                            case Scored _, Excepted _ -> isOutsideTheLock(record);
                            case MethodUsed _, Adjusted _, Absent _, ScoresLocked _ ->
                                    signed.filter(sealed -> !sealed.contains(record.id()))
                                            .isPresent();
                            case SignedOff _ -> false;
                        })
                .map(FieldRecord::id)
                .collect(toCollection(TreeSet::new));
    }

    private Stream<FieldRecord> standing() {
        return standing.values().stream().flatMap(List::stream);
    }

    private Set<UUID> replaced() {
        var replaced = new HashSet<UUID>();
        for (var later : records.values())
            present(later.replaces())
                    .filter(earlier -> earlier.slot().equals(later.slot()))
                    .filter(earlier -> mayReplace(later, earlier))
                    .forEach(earlier -> replaced.add(earlier.id()));
        return replaced;
    }

    /**
     * Locked scores stay (invariant 4): a lock replaces another only by choosing among what was
     * sealed already, which ends a conflict and brings in nothing after the others were seen.
     */
    private boolean mayReplace(FieldRecord later, FieldRecord earlier) {
        return !later.id().equals(earlier.id())
                && (!(later.body() instanceof ScoresLocked lock)
                        || !isEffective(earlier)
                        || chosenFrom(later, lock));
    }

    private boolean chosenFrom(FieldRecord later, ScoresLocked lock) {
        var sealedBefore =
                present(later.replaces())
                        .map(FieldRecord::body)
                        .filter(ScoresLocked.class::isInstance)
                        .flatMap(body -> ((ScoresLocked) body).sealed().stream())
                        .collect(toSet());
        return sealedBefore.containsAll(lock.sealed());
    }

    /** The locks of an inspector that stand and lock something. */
    private Stream<FieldRecord> locks(UUID inspector) {
        return standing("lock/" + inspector).stream().filter(this::isEffective);
    }

    /** A lock of records that are not all here, or that answer not all, has locked nothing yet. */
    private boolean isEffective(FieldRecord record) {
        return record.body() instanceof ScoresLocked lock
                && isWhole(lock.sealed())
                && checklist.missing(answers(sealedBy(record))).isEmpty();
    }

    private boolean isOutsideTheLock(FieldRecord score) {
        var locks = locks(score.author()).toList();
        return !locks.isEmpty()
                && locks.stream()
                        .noneMatch(lock ->
                                lock.body() instanceof ScoresLocked it
                                        && it.sealed().contains(score.id()));
    }

    private Stream<FieldRecord> sealedBy(FieldRecord record) {
        return record.body() instanceof ScoresLocked lock
                ? present(lock.sealed()).filter(it -> it.author().equals(record.author()))
                : Stream.of();
    }

    private static SignedOff signed(FieldRecord record) {
        if (record.body() instanceof SignedOff signed) return signed;
        throw new IllegalArgumentException("not a signature: " + record.id());
    }

    private boolean isWhole(Set<UUID> sealed) {
        return records.keySet().containsAll(sealed);
    }

    private Stream<FieldRecord> present(Set<UUID> ids) {
        return ids.stream().map(records::get).filter(Objects::nonNull);
    }

    private static Set<Body> bodies(List<FieldRecord> records) {
        return records.stream().map(FieldRecord::body).collect(toSet());
    }

    private static Answers answers(Stream<FieldRecord> records) {
        var bySlot = new TreeMap<String, List<FieldRecord>>();
        records.forEach(record ->
                bySlot.computeIfAbsent(record.slot(), _ -> new ArrayList<>()).add(record));
        var points = new HashMap<UUID, Map<String, Integer>>();
        var exceptions = new HashMap<UUID, String>();
        for (var sameThing : bySlot.values()) {
            // where two records stand against each other there is no answer yet
            if (bodies(sameThing).size() > 1) continue;
            switch (sameThing.getFirst().body()) {
                case Scored(var about, var criterion, var given) -> {
                    if (given != null)
                        points.computeIfAbsent(about, _ -> new HashMap<>()).put(criterion, given);
                }
                case Excepted(var about, var reason) -> exceptions.put(about, reason);
                case MethodUsed _, Adjusted _, Absent _, ScoresLocked _, SignedOff _ -> {}
            }
        }
        return new Answers(points, exceptions);
    }
}
