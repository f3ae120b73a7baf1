package cn.sihong.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells a person how far the start is: a line for each part that is ready, and while others are
 * awaited, on a terminal, one last line that says which and for how long.
 */
final class Narrator {

    /** On paper nothing can be overwritten, so the awaited are named only now and then. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Instant> awaited = new LinkedHashMap<>();
    private int total;
    private int done;
    private boolean lastLineOpen;
    private Instant spoken = Instant.now();

    private Narrator(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On JDK 25 there is again no console where nobody sits before it. */
    @SuppressWarnings("SystemConsoleNull")
    static Narrator on(PrintStream out) {
        var console = System.console();
        return new Narrator(out, console != null && console.isTerminal());
    }

    static Narrator silent() {
        return new Narrator(new PrintStream(OutputStream.nullOutputStream()), false);
    }

    synchronized void expects(int parts) {
        total = parts;
        done = 0;
        awaited.clear();
    }

    synchronized void starts(Part part) {
        awaited.put(part.title(), Instant.now());
    }

    synchronized void ready(Part part) {
        var since = awaited.remove(part.title());
        done(part, since == null ? "就绪" : "就绪" + seconds(since));
    }

    synchronized void wasRunning(Part part) {
        awaited.remove(part.title());
        done(part, "已在运行");
    }

    synchronized void stopped(Part part, Instant since) {
        done(part, "已停止" + seconds(since));
    }

    private void done(Part part, String outcome) {
        done++;
        line("[%2d/%d] %s %s".formatted(done, total, Columns.dotted(part.title(), 26), outcome));
    }

    synchronized void note(String text) {
        line("        " + text + "……");
    }

    synchronized void line(String text) {
        wipe();
        out.println(text);
        out.flush();
        spoken = Instant.now();
    }

    /** Called again and again while the start lasts. */
    synchronized void tick() {
        if (awaited.isEmpty()) return;
        var names =
                awaited.entrySet().stream()
                        .map(one -> one.getKey() + seconds(one.getValue()))
                        .collect(Collectors.joining("、"));
        if (terminal) {
            wipe();
            out.print("        等待 " + names);
            out.flush();
            lastLineOpen = true;
        } else if (Duration.between(spoken, Instant.now()).compareTo(SILENCE) > 0) {
            line("        等待 " + names);
        }
    }

    private void wipe() {
        if (lastLineOpen) out.print("\r\033[2K");
        lastLineOpen = false;
    }

    static String seconds(Instant since) {
        return " %.1f 秒".formatted(Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }
}
