package cn.sihong.local;

import java.nio.file.Path;
import java.util.Map;

/** A run that answers. Closing it stops its processes and keeps its data. */
public final class Running implements AutoCloseable {

    private final Ensemble ensemble;

    Running(Ensemble ensemble) {
        this.ensemble = ensemble;
    }

    /** Where everything is reached from outside. */
    public String gatewayUrl() {
        return ensemble.house().ports().url(Port.GATEWAY);
    }

    public Ports ports() {
        return ensemble.house().ports();
    }

    /**
     * The environment in which an application starts on this run's stores, for whoever starts more
     * of them than one.
     */
    public Map<String, String> settings(String application) {
        if (Parts.EVERYTHING.named(application) instanceof Application ours) {
            return ours.settings(ensemble.house());
        }
        throw new IllegalArgumentException(application + " is not one of our own programs");
    }

    /** Ends a part as a power failure would; returns when it is gone. */
    public void kill(String part) {
        ensemble.kill(ensemble.parts().named(part));
    }

    /** Starts a part again, stopping it first if it lives; returns when it answers. */
    public void restart(String part) {
        ensemble.restart(ensemble.parts().named(part));
    }

    public boolean isRunning(String part) {
        return ensemble.living(ensemble.parts().named(part)).isPresent();
    }

    /** What a part has written since its last start. */
    public Path log(String part) {
        return ensemble.house().log(ensemble.parts().named(part).name());
    }

    /** Memory of all processes together, in MiB; 0 where the machine does not tell. */
    public long heldMebibytes() {
        return ensemble.parts().all().stream()
                .flatMap(part -> ensemble.living(part).stream())
                .mapToLong(child -> Machine.heldMebibytes(child.pid()).orElse(0))
                .sum();
    }

    public void stop() {
        ensemble.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
