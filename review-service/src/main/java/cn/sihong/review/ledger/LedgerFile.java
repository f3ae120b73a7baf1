package cn.sihong.review.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sihong.review.ledger.LedgerVerifier.Result;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An exported ledger, checked by the bytes that stand in it: what was sealed is the line itself
 * with other signs between its fields, so nothing has to be understood and spelled again, and
 * another spelling is another text. Whether a line is sealed does not depend on other lines; so
 * blocks of lines are digested beside each other, and joined in their order.
 */
final class LedgerFile {

    private static final int BLOCK = 1 << 21;
    private static final int TABS = 9;
    private static final byte[] MARK = "sihong-ledger/2\n".getBytes(US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
    private static final byte[] HEADING = (LedgerLines.HEADING + "\n").getBytes(UTF_8);

    private LedgerFile() {}

    /**
     * Reads it to its end and says where it is broken first.
     *
     * @param known heads noted down before, the checkpoints' among them
     */
    static Result verify(InputStream in, List<Head> known) throws IOException {
        if (!Arrays.equals(in.readNBytes(HEADING.length), HEADING))
            return new Result(0, 1L, Head.NONE);
        var expected = LedgerVerifier.expected(known);
        int beside = Runtime.getRuntime().availableProcessors();
        var chain = new Chain();
        try (var workers = Executors.newFixedThreadPool(beside)) {
            var waiting = new ArrayDeque<Future<Checked>>();
            var blocks = new Blocks(in);
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                waiting.add(workers.submit(block.against(expected)));
                if (waiting.size() > 2 * beside) chain.join(waiting.remove());
            }
            while (!waiting.isEmpty()) chain.join(waiting.remove());
        }
        return chain.result(known);
    }

    /**
     * A block of whole lines as they follow each other.
     *
     * @param first what its first line says of the place before it
     * @param last where its last line ends
     * @param broken which of its lines is broken first, counted from 0; absent if none is
     */
    private record Checked(int lines, Head first, Head last, @Nullable Integer broken) {}

    /** The blocks joined so far. */
    private static final class Chain {
        private long read;
        private Head head = Head.NONE;
        private @Nullable Long broken;

        void join(Future<Checked> block) throws IOException {
            var checked = get(block);
            if (broken == null) {
                if (!checked.first().equals(head)) broken = read + 1;
                else if (checked.broken() != null) broken = read + checked.broken() + 1;
            }
            read += checked.lines();
            head = checked.last();
        }

        Result result(List<Head> known) {
            long end = known.stream().mapToLong(Head::sequence).max().orElse(0);
            if (broken == null && read < end) broken = read + 1;
            return new Result(read, broken, head);
        }

        private static Checked get(Future<Checked> block) throws IOException {
            try {
                return block.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Cuts a stream into blocks of whole lines. */
    private static final class Blocks {
        private final InputStream in;
        private byte[] rest = new byte[0];

        Blocks(InputStream in) {
            this.in = in;
        }

        @Nullable Block next() throws IOException {
            int size = BLOCK;
            while (true) {
                var bytes = Arrays.copyOf(rest, Math.max(size, rest.length));
                int end =
                        rest.length + in.readNBytes(bytes, rest.length, bytes.length - rest.length);
                boolean last = end < bytes.length;
                int cut = last ? end : afterLastLine(bytes, end);
                if (last && end == 0) return null;
                rest = Arrays.copyOfRange(bytes, cut, end);
                if (cut > 0) return new Block(bytes, cut);
                size = 2 * bytes.length; // a line that is longer than a block
            }
        }

        private static int afterLastLine(byte[] bytes, int end) {
            while (end > 0 && bytes[end - 1] != '\n') end--;
            return end;
        }
    }

    /** Whole lines, up to where they end. */
    private static final class Block {
        private final byte[] bytes;
        private final int end;
        private final Map<Digest, MessageDigest> digests = new EnumMap<>(Digest.class);
        private final int[] tabs = new int[TABS];
        private byte[] text = new byte[1 << 12];

        Block(byte[] bytes, int end) {
            this.bytes = bytes;
            this.end = end;
        }

        Callable<Checked> against(Map<Long, String> expected) {
            return () -> check(expected);
        }

        private Checked check(Map<Long, String> expected) {
            int lines = 0;
            Head first = null;
            Head before = Head.NONE;
            Integer broken = null;
            for (int from = 0; from < end; ) {
                int to = from;
                while (to < end && bytes[to] != '\n') to++;
                var line = read(from, to);
                if (first == null) first = line == null ? new Head(-1, "") : line.before();
                if (broken == null
                        && (line == null
                                || (lines > 0 && !line.before().equals(before))
                                || !line.sealed()
                                || !agrees(line.head(), expected))) broken = lines;
                if (line != null) before = line.head();
                lines++;
                from = to + 1;
            }
            return new Checked(lines, first == null ? Head.NONE : first, before, broken);
        }

        private static boolean agrees(Head head, Map<Long, String> expected) {
            var hash = expected.get(head.sequence());
            return hash == null || hash.equals(head.hash());
        }

        /**
         * @param before the head that this line follows
         */
        private record Line(Head before, Head head, boolean sealed) {}

        /** Absent where it is no line of a ledger. */
        private @Nullable Line read(int from, int to) {
            int found = 0;
            for (int i = from; i < to; i++)
                if (bytes[i] == '\t') {
                    if (found == TABS) return null;
                    tabs[found++] = i;
                }
            if (found < TABS) return null;
            long sequence = number(from, tabs[0]);
            var digest = digest(ascii(tabs[0] + 1, tabs[1]));
            if (sequence < 1 || digest == null) return null;
            var hash = ascii(tabs[8] + 1, to);
            return new Line(
                    new Head(sequence - 1, ascii(tabs[1] + 1, tabs[2])),
                    new Head(sequence, hash),
                    isHex(seal(digest, from), tabs[8] + 1, to));
        }

        /** The digest of what {@link Entry#text()} says, made from the line's own bytes. */
        private byte[] seal(MessageDigest digest, int from) {
            int size = MARK.length + tabs[8] - from + 1;
            if (text.length < size) text = new byte[2 * size];
            int at = put(MARK, 0, MARK.length, 0);
            at = field(tabs[0] + 1, tabs[1], at);
            at = field(from, tabs[0], at);
            at = field(tabs[1] + 1, tabs[2], at);
            for (int i = 3; i < TABS; i++) at = field(tabs[i - 1] + 1, tabs[i], at);
            digest.update(text, 0, at - 1);
            return digest.digest();
        }

        private int field(int from, int to, int at) {
            int end = put(bytes, from, to, at);
            text[end] = '\n';
            return end + 1;
        }

        private int put(byte[] source, int from, int to, int at) {
            System.arraycopy(source, from, text, at, to - from);
            return at + to - from;
        }

        /** Whether these bytes stand there in hexadecimal, as it is written here. */
        private boolean isHex(byte[] hash, int from, int to) {
            if (to - from != 2 * hash.length) return false;
            for (int i = 0; i < hash.length; i++)
                if (bytes[from + 2 * i] != HEX[(hash[i] >> 4) & 0xf]
                        || bytes[from + 2 * i + 1] != HEX[hash[i] & 0xf]) return false;
            return true;
        }

        /** Minus one where it is no number, or not written as numbers are. */
        private long number(int from, int to) {
            if (from == to || to - from > 18 || bytes[from] == '0') return -1;
            long number = 0;
            for (int i = from; i < to; i++) {
                if (bytes[i] < '0' || bytes[i] > '9') return -1;
                number = 10 * number + bytes[i] - '0';
            }
            return number;
        }

        private @Nullable MessageDigest digest(String word) {
            for (var digest : Digest.values())
                if (digest.word().equals(word))
                    return digests.computeIfAbsent(digest, Digest::fresh);
            return null;
        }

        private String ascii(int from, int to) {
            return new String(bytes, from, to - from, ISO_8859_1);
        }
    }
}
