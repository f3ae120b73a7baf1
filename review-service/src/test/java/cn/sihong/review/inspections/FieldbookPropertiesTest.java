package cn.sihong.review.inspections;

import static cn.sihong.review.inspections.Notes.ANNA;
import static cn.sihong.review.inspections.Notes.BORIS;
import static cn.sihong.review.inspections.Notes.ITEM;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.review.inspections.FieldRecord.Absent;
import cn.sihong.review.inspections.FieldRecord.Body;
import cn.sihong.review.inspections.FieldRecord.Excepted;
import cn.sihong.review.inspections.FieldRecord.ScoresLocked;
import cn.sihong.review.inspections.FieldRecord.SignedOff;
import cn.sihong.review.rubrics.Method;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

/** Whatever order records come in and however often: the same records say the same. */
class FieldbookPropertiesTest {

    @Property(tries = 500)
    void anyOrderAndAnyRepetitionSayTheSame(
            @ForAll("records") List<FieldRecord> records, @ForAll Random random) {
        var expected = whatItSays(Fieldbook.of(Notes.checklist(), records));

        var delivered = new ArrayList<>(records);
        for (var record : records) if (random.nextBoolean()) delivered.add(record);
        Collections.shuffle(delivered, random);
        var book = Fieldbook.of(Notes.checklist(), List.of());
        for (int from = 0; from < delivered.size(); ) {
            int to = Math.min(delivered.size(), from + 1 + random.nextInt(5));
            book = book.with(delivered.subList(from, to));
            from = to;
        }

        assertThat(whatItSays(book)).isEqualTo(expected);
    }

    @Property(tries = 300)
    void nothingThatWasWrittenDownIsEverLost(@ForAll("records") List<FieldRecord> records) {
        var book = Fieldbook.of(Notes.checklist(), records);
        assertThat(book.records()).containsExactlyInAnyOrderElementsOf(records);
    }

    /** Locked, no record of its author but another lock changes a sheet, whatever it names. */
    @Property(tries = 300)
    void noScoreThatComesAfterALockChangesIt(
            @ForAll("records") List<FieldRecord> records,
            @ForAll("records") List<FieldRecord> more) {
        var book = Fieldbook.of(Notes.checklist(), records);
        var later =
                more.stream()
                        .filter(it -> !(it.body() instanceof ScoresLocked))
                        .map(it ->
                                new FieldRecord(
                                        new UUID(10, it.id().getLeastSignificantBits()),
                                        it.author(),
                                        it.madeAt(),
                                        FieldRecord.sorted(
                                                records.stream().map(FieldRecord::id).toList()),
                                        it.body()))
                        .toList();
        for (var inspector : List.of(ANNA, BORIS)) {
            var sheet = book.sheetOf(inspector);
            if (sheet.isLocked()) assertThat(book.with(later).sheetOf(inspector)).isEqualTo(sheet);
        }
    }

    /**
     * Each number is a deed of one of two inspectors, on a device that knows some of the others.
     */
    @Provide
    Arbitrary<List<FieldRecord>> records() {
        return Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(FieldbookPropertiesTest::deeds);
    }

    private static List<FieldRecord> deeds(List<Integer> numbers) {
        var records = new ArrayList<FieldRecord>();
        for (int i = 0; i < numbers.size(); i++) {
            var chance = new Random(numbers.get(i));
            var author = chance.nextBoolean() ? ANNA : BORIS;
            var body = body(chance, author, records);
            var replaces = new TreeSet<UUID>();
            for (var before : records)
                if (before.slot().equals(body.slot(author)) && chance.nextInt(3) > 0)
                    replaces.add(before.id());
            records.add(new FieldRecord(new UUID(9, i), author, Instant.EPOCH, replaces, body));
        }
        return records;
    }

    private static Body body(Random chance, UUID author, List<FieldRecord> before) {
        return switch (chance.nextInt(10)) {
            case 0, 1 -> Notes.plan(500 * chance.nextInt(21));
            case 2, 3 -> Notes.work(500 * chance.nextInt(21));
            case 4 -> Notes.guide(500 * chance.nextInt(21));
            case 5 ->
                    chance.nextBoolean()
                            ? new Excepted(ITEM, "未能现场查看")
                            : new Absent(author.equals(ANNA) ? BORIS : ANNA, "因公出差");
            case 6 ->
                    Notes.used(
                            Method.values()[chance.nextInt(Method.values().length)],
                            1 + chance.nextInt(50));
            case 8 -> Notes.adjusted(chance.nextBoolean() ? "adopted" : "late", chance.nextInt(4));
            case 7 -> new ScoresLocked(some(chance, before, author, chance.nextInt(4) == 0));
            default ->
                    new SignedOff(
                            "双方认可" + chance.nextInt(2), "王校长", some(chance, before, null, false));
        };
    }

    /** Mostly what stands, as a device would seal it; sometimes a record that is not here. */
    private static TreeSet<UUID> some(
            Random chance,
            List<FieldRecord> before,
            @org.jspecify.annotations.Nullable UUID author,
            boolean oneMissing) {
        var book = Fieldbook.of(Notes.checklist(), before);
        var some = new TreeSet<>(author == null ? book.signable() : book.lockable(author));
        if (some.size() > 1 && chance.nextInt(3) == 0) some.pollFirst();
        if (oneMissing || some.isEmpty()) some.add(new UUID(9, 1_000 + chance.nextInt(3)));
        return some;
    }

    private static List<Object> whatItSays(Fieldbook book) {
        return List.of(
                book.sheetOf(ANNA),
                book.sheetOf(BORIS),
                Result.of(List.of(ANNA, BORIS), book),
                book.conflicts(),
                book.late(),
                book.signable(),
                book.signature());
    }
}
