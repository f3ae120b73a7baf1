package cn.sihong.review.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.review.ledger.Entry.Told;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class LedgerVerifierTest {

    private final List<Entry> ledger = ledger(40);
    private final Head noted = ledger.getLast().head();

    @Test
    void anUntouchedLedgerIsIntact() {
        var result = LedgerVerifier.verify(ledger.iterator(), List.of(noted));

        assertThat(result.intact()).isTrue();
        assertThat(result.entries()).isEqualTo(40);
        assertThat(result.head()).isEqualTo(noted);
    }

    @Test
    void anEmptyLedgerIsIntactUntilSomebodyKnowsBetter() {
        assertThat(LedgerVerifier.verify(List.<Entry>of().iterator(), List.of()).intact()).isTrue();
        assertThat(broken(List.of())).isEqualTo(1);
    }

    @Test
    void aLedgerThatHasGrownSinceTheHeadWasNotedIsIntact() {
        var noted = ledger.get(19).head();

        assertThat(LedgerVerifier.verify(ledger.iterator(), List.of(noted)).intact()).isTrue();
    }

    @Test
    void aChangedEntryIsFoundAtItsPlace() {
        var changed = new ArrayList<>(ledger);
        changed.set(17, withContent(changed.get(17), "{}"));

        assertThat(broken(changed)).isEqualTo(18);
    }

    @Test
    void anEntrySealedAnewBreaksTheNextOne() {
        var changed = new ArrayList<>(ledger);
        changed.set(17, Entry.after(changed.get(16).head(), Digest.SHA_256, told(99)));

        assertThat(broken(changed)).isEqualTo(19);
    }

    @Test
    void aDeletedEntryIsFound() {
        var changed = new ArrayList<>(ledger);
        changed.remove(17);

        assertThat(broken(changed)).isEqualTo(18);
    }

    @Test
    void anInsertedEntryIsFound() {
        var changed = new ArrayList<>(ledger);
        changed.add(17, Entry.after(changed.get(16).head(), Digest.SHA_256, told(99)));

        assertThat(broken(changed)).isEqualTo(19);
    }

    @Test
    void swappedEntriesAreFound() {
        var changed = new ArrayList<>(ledger);
        changed.set(17, ledger.get(18));
        changed.set(18, ledger.get(17));

        assertThat(broken(changed)).isEqualTo(18);
    }

    @Test
    void aTruncatedEndIsFoundByWhoeverNotedTheHead() {
        var changed = ledger.subList(0, 35);

        assertThat(LedgerVerifier.verify(changed.iterator(), List.of()).intact()).isTrue();
        assertThat(broken(changed)).isEqualTo(36);
    }

    @Test
    void aLedgerWrittenAnewIsFoundByWhoeverNotedTheHead() {
        var forged = new ArrayList<Entry>();
        var head = Head.NONE;
        for (int i = 0; i < 40; i++) {
            forged.add(Entry.after(head, Digest.SHA_256, told(i == 5 ? 99 : i)));
            head = forged.getLast().head();
        }

        assertThat(LedgerVerifier.verify(forged.iterator(), List.of()).intact()).isTrue();
        assertThat(broken(forged)).isEqualTo(40);
    }

    /** Invariant 19. */
    @Test
    void tenThousandRandomTamperingsAreAllFound() {
        var chance = new Random(19);
        for (int i = 0; i < 10_000; i++) {
            var tampered = tamper(new ArrayList<>(ledger), chance);
            if (tampered.equals(ledger)) continue;
            assertThat(LedgerVerifier.verify(tampered.iterator(), List.of(noted)).intact())
                    .isFalse();
        }
    }

    private static List<Entry> tamper(List<Entry> entries, Random chance) {
        int place = chance.nextInt(entries.size());
        int other = chance.nextInt(entries.size());
        switch (chance.nextInt(6)) {
            case 0 ->
                    entries.set(
                            place,
                            withContent(entries.get(place), flip(entries.get(place), chance)));
            case 1 -> entries.remove(place);
            case 2 -> entries.add(place, entries.get(other));
            case 3 -> java.util.Collections.swap(entries, place, other);
            case 4 -> entries.subList(place, entries.size()).clear();
            default ->
                    entries.set(
                            place,
                            Entry.after(
                                    place == 0 ? Head.NONE : entries.get(place - 1).head(),
                                    Digest.SM3,
                                    told(1_000 + other)));
        }
        return entries;
    }

    private static String flip(Entry entry, Random chance) {
        var letters = entry.content().toCharArray();
        letters[chance.nextInt(letters.length)] ^= 1;
        return new String(letters);
    }

    private Long broken(List<Entry> changed) {
        return LedgerVerifier.verify(changed.iterator(), List.of(noted)).firstBroken();
    }

    private static List<Entry> ledger(int size) {
        var entries = new ArrayList<Entry>();
        var head = Head.NONE;
        for (int i = 0; i < size; i++) {
            entries.add(Entry.after(head, i % 2 == 0 ? Digest.SHA_256 : Digest.SM3, told(i)));
            head = entries.getLast().head();
        }
        return entries;
    }

    private static Told told(int number) {
        return new Told(
                new UUID(1, number),
                "applications",
                "application.received.v1",
                number % 3 == 0 ? null : new UUID(2, 2),
                Instant.EPOCH.plusSeconds(number),
                "{\"number\":%d}".formatted(number));
    }

    private static Entry withContent(Entry entry, String content) {
        return new Entry(
                entry.sequence(),
                entry.digest(),
                entry.eventId(),
                entry.topic(),
                entry.type(),
                entry.programmeId(),
                entry.at(),
                content,
                entry.previousHash(),
                entry.hash());
    }
}
