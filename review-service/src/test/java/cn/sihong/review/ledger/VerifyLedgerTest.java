package cn.sihong.review.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sihong.review.ledger.Checkpoint.Signed;
import cn.sihong.review.ledger.Entry.Told;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class VerifyLedgerTest {

    private static final Seal SEAL = Seal.of("a secret");
    private final Random chance = new Random(19);
    private final List<String> lines = new ArrayList<>();
    private final List<Signed> checkpoints = new ArrayList<>();

    @TempDir Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void aLedgerWithACheckpointEachTenEntries() {
        var head = Head.NONE;
        var previous = Checkpoint.BEGINNING;
        lines.add(LedgerLines.HEADING);
        for (int i = 1; i <= 60; i++) {
            var entry = Entry.after(head, i <= 30 ? Digest.SHA_256 : Digest.SM3, told(i));
            lines.add(LedgerLines.write(entry));
            head = entry.head();
            if (i % 10 != 0) continue;
            var stage = i == 30 ? new Checkpoint.Stage(new UUID(2, 2), "ACCEPTANCE") : null;
            var signed =
                    new Checkpoint(i / 10, head, Instant.EPOCH.plusSeconds(i), stage, previous)
                            .signed(SEAL);
            checkpoints.add(signed);
            previous = signed.hash();
        }
    }

    @Test
    void anUntouchedExportIsFoundWhole() throws IOException {
        assertThat(verify(lines, texts())).isZero();
        assertThat(said.toString(UTF_8)).contains("台账 60 条，检查点 6 个", "台账完整");
    }

    /** Of several blocks, each digested beside the others: as whole, and broken at its place. */
    @Test
    void aLongLedgerIsJoinedFromItsBlocksInTheirOrder() throws IOException {
        var head = Head.NONE;
        var text = new StringBuilder(LedgerLines.HEADING + "\n");
        int cut = 0;
        for (int i = 1; i <= 20_000; i++) {
            var entry = Entry.after(head, i % 7 == 0 ? Digest.SM3 : Digest.SHA_256, told(i));
            if (i == 15_000) cut = text.length();
            text.append(LedgerLines.write(entry)).append('\n');
            head = entry.head();
        }
        var whole = text.toString();
        assertThat(whole.length()).isGreaterThan(5_000_000);
        var result = LedgerFile.verify(stream(whole), List.of(head));
        assertThat(result.intact()).isTrue();
        assertThat(result.entries()).isEqualTo(20_000);
        assertThat(result.head()).isEqualTo(head);

        int end = whole.indexOf('\n', cut) + 1;
        var without = whole.substring(0, cut) + whole.substring(end);
        assertThat(LedgerFile.verify(stream(without), List.of(head)).firstBroken())
                .isEqualTo(15_000);
        var changed = whole.substring(0, cut + 90) + "x" + whole.substring(cut + 91);
        assertThat(LedgerFile.verify(stream(changed), List.of()).firstBroken()).isEqualTo(15_000);
        assertThat(LedgerFile.verify(stream(whole.substring(0, cut)), List.of(head)).firstBroken())
                .isEqualTo(15_000);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Test
    void aCheckpointIsReadAsItWasWritten() {
        for (var signed : checkpoints) assertThat(Signed.read(signed.whole())).isEqualTo(signed);
    }

    @Test
    void entriesBehindTheLastCheckpointAreNoFault() throws IOException {
        assertThat(verify(lines, texts().subList(0, 5))).isZero();
    }

    @Test
    void aLedgerWrittenAnewWithoutTheKeyIsFound() throws IOException {
        var forger = Seal.of("another secret");
        var forged = checkpoints.stream().map(signed -> signed.checkpoint().signed(forger).whole());
        assertThat(verify(lines, forged.toList())).isOne();
        assertThat(said.toString(UTF_8)).contains("检查点第 1 号签名无效");
    }

    @Test
    void aMissingCheckpointIsNamed() throws IOException {
        var without = texts();
        without.remove(2);
        assertThat(verify(lines, without)).isOne();
        assertThat(said.toString(UTF_8)).contains("检查点第 3 号缺失");
    }

    @Test
    void withoutCheckpointsNobodyClaimsThatAllIsWell() throws IOException {
        assertThat(verify(lines, List.of())).isOne();
    }

    @Test
    void tenThousandRandomTamperingsAreAllFound() throws IOException {
        var heads = checkpoints.stream().map(signed -> signed.checkpoint().head()).toList();
        var missed = new ArrayList<List<String>>();
        for (int i = 0; i < 10_000; i++) {
            var tampered = tampered();
            if (!tampered.equals(lines) && agrees(tampered, heads)) missed.add(tampered);
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void aHundredTamperingsWithCheckpointsAreAllFound() throws IOException {
        for (int i = 0; i < 100; i++) {
            var texts = texts();
            int place = chance.nextInt(texts.size());
            texts.set(place, flipped(texts.get(place)));
            assertThat(isFoundWhole(lines, texts)).as(texts.get(place)).isFalse();
        }
    }

    private List<String> tampered() {
        var changed = new ArrayList<>(lines);
        int place = 1 + chance.nextInt(lines.size() - 1);
        int other = 1 + chance.nextInt(lines.size() - 1);
        switch (chance.nextInt(7)) {
            case 0, 1 -> changed.set(place, flipped(changed.get(place)));
            case 2 -> changed.remove(place);
            case 3 -> changed.add(place, changed.get(other));
            case 4 -> Collections.swap(changed, place, other);
            case 5 -> changed.subList(place, changed.size()).clear();
            default -> {
                // sealed anew from here to the end, as somebody would who owns the database
                var head = place == 1 ? Head.NONE : headOf(changed.get(place - 1));
                for (int i = place; i < changed.size(); i++) {
                    var entry = Entry.after(head, Digest.SHA_256, told(i == place ? 999 : i));
                    changed.set(i, LedgerLines.write(entry));
                    head = entry.head();
                }
            }
        }
        return changed;
    }

    /** Another character in place of one. */
    private String flipped(String text) {
        var letters = text.toCharArray();
        letters[chance.nextInt(letters.length)] ^= (char) (1 << chance.nextInt(5));
        return new String(letters);
    }

    /** What the command does with the lines; signatures are looked at elsewhere. */
    private static boolean agrees(List<String> tampered, List<Head> heads) throws IOException {
        var text = String.join("\n", tampered) + "\n";
        return LedgerFile.verify(new ByteArrayInputStream(text.getBytes(UTF_8)), heads).intact();
    }

    private static Head headOf(String line) {
        var fields = line.split("\t", -1);
        return new Head(Long.parseLong(fields[0]), fields[9]);
    }

    private boolean isFoundWhole(List<String> tampered, List<String> texts) throws IOException {
        said.reset();
        return verify(tampered, texts) == 0;
    }

    private int verify(List<String> lines, List<String> texts) throws IOException {
        var ledger = folder.resolve("ledger.tsv");
        Files.writeString(ledger, String.join("\n", lines) + "\n");
        var kept = Files.createDirectories(folder.resolve("checkpoints"));
        for (int i = 0; i < 6; i++) {
            var file = kept.resolve("%012d.txt".formatted(i + 1));
            if (i < texts.size()) Files.writeString(file, texts.get(i));
            else Files.deleteIfExists(file);
        }
        return VerifyLedger.run(
                new String[] {ledger.toString(), kept.toString(), SEAL.publicKey()},
                new PrintStream(said, true, UTF_8));
    }

    private List<String> texts() {
        return new ArrayList<>(checkpoints.stream().map(Signed::whole).toList());
    }

    private static Told told(int number) {
        return new Told(
                new UUID(1, number),
                "applications",
                "application.received.v1",
                number % 3 == 0 ? null : new UUID(2, 2),
                Instant.EPOCH.plusSeconds(number),
                "{\"number\":%d,\"title\":\"星火展厅\"}".formatted(number));
    }
}
