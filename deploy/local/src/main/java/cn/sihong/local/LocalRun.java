package cn.sihong.local;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Set;

/**
 * The whole platform on this machine, as a program ({@code ./sihong}) and as a library:
 *
 * <pre>{@code
 * try (var run = LocalRun.in(folder).onFreePorts().start()) {
 *     tellTheStory(run.gatewayUrl());
 *     run.kill("review-service");
 *     run.restart("review-service");
 * }
 * }</pre>
 */
public final class LocalRun {

    private final Path home;
    private Ports ports = Ports.from(System.getenv());
    private Parts parts = Parts.EVERYTHING;
    private Narrator narrator = Narrator.on(System.out);
    private @Nullable Path cache;
    private @Nullable String collector = System.getenv("SIHONG_COLLECTOR");
    private boolean trains;
    private boolean codes = "CONDITIONAL".equals(System.getenv(Keycloak.SECOND_FACTOR));
    private boolean demoPassword = true;
    private boolean lasts;

    private LocalRun(Path home) {
        this.home = home.toAbsolutePath();
    }

    /** A run whose data, logs and process records lie in this folder. */
    public static LocalRun in(Path home) {
        return new LocalRun(home);
    }

    public LocalRun onFreePorts() {
        ports = Ports.free();
        return this;
    }

    /** Only these parts and what they need, by name: {@code postgres}, {@code award-service}, … */
    public LocalRun only(String... names) {
        parts = parts.reduced(Set.of(names));
        return this;
    }

    /**
     * Where unpacked servers and start caches lie, instead of the checkout's {@code .sihong/cache}.
     */
    public LocalRun cachingIn(Path folder) {
        cache = folder.toAbsolutePath();
        return this;
    }

    /** Programs write a start cache when they stop, which then takes longer once. */
    public LocalRun training() {
        trains = true;
        return this;
    }

    /** Officers need a telephone, as in an installation; else nobody is asked for a code. */
    public LocalRun askingForCodes() {
        codes = true;
        return this;
    }

    /** New accounts have no password before somebody gives them one, as in an installation. */
    public LocalRun withoutDemoPassword() {
        demoPassword = false;
        return this;
    }

    /** Traces of all programs go to this collector, by OTLP over HTTP. */
    public LocalRun tracedBy(String url) {
        collector = url;
        return this;
    }

    /** The processes outlive this program; otherwise they end with it, however it ends. */
    LocalRun lasting() {
        lasts = true;
        return this;
    }

    public LocalRun silently() {
        narrator = Narrator.silent();
        return this;
    }

    /** Returns when every part answers; what runs already is left as it is. */
    public Running start() {
        var ensemble = ensemble();
        ensemble.start();
        if (!lasts) Runtime.getRuntime().addShutdownHook(new Thread(ensemble::stop, "farewell"));
        return new Running(ensemble);
    }

    Ensemble ensemble() {
        var repo = House.repoAround(Path.of(""));
        var folder = cache == null ? repo.resolve(".sihong/cache") : cache;
        var secrets = new Secrets(home.resolve("data/secrets.properties"));
        return new Ensemble(
                new House(
                        repo, home, folder, ports, secrets, trains, codes, demoPassword, collector),
                parts,
                narrator);
    }

    public static void main(String[] args) {
        System.exit(Command.of(args).run());
    }
}
