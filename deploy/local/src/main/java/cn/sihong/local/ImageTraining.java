package cn.sihong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts and ends each application once as its image would, on real stores, and leaves its start
 * cache in {@code <module>/target/aot}, from where it becomes the image's last layer.
 */
final class ImageTraining {

    private ImageTraining() {}

    static void main(String[] arguments) throws IOException {
        var images = Path.of(arguments[0]).toAbsolutePath();
        var home = images.resolve("training");
        Cache.delete(home);
        var house = LocalRun.in(home).onFreePorts().ensemble().house();
        var ensemble = new Ensemble(house, parts(house, images), Narrator.on(System.out));
        ensemble.start();
        ensemble.stop();
        Cache.delete(home);
        for (var application : applications())
            if (!Files.exists(cache(house, application)))
                throw new CannotStart(application.name() + " 没有写出启动缓存");
    }

    private static Parts parts(House house, Path images) {
        var stores = Parts.EVERYTHING.all().stream().filter(part -> !(part instanceof Application));
        var trainees =
                applications().stream()
                        .map(one ->
                                new Trainee(
                                        one,
                                        images.resolve(one.module() + ".tar"),
                                        cache(house, one)));
        return new Parts(Stream.concat(stores, trainees).map(Part.class::cast).toList());
    }

    private static List<Application> applications() {
        return Parts.EVERYTHING.all().stream()
                .filter(Application.class::isInstance)
                .map(Application.class::cast)
                .toList();
    }

    private static Path cache(House house, Application application) {
        return house.repo().resolve(application.module()).resolve("target/aot/application.aot");
    }
}
