package cn.sihong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** A command of the preparation, whose output is kept in a log of its own. */
final class Shell {

    private Shell() {}

    static void run(House house, String name, List<String> command, Map<String, String> environment)
            throws IOException {
        var log = house.log(name);
        Files.createDirectories(log.getParent());
        var builder =
                new ProcessBuilder(command)
                        .directory(house.home().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        try {
            if (process.waitFor() == 0) return;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        throw new CannotStart(
                "准备步骤 %s 没有成功，日志在 %s，最后几行是：%n%s"
                        .formatted(name, log, String.join("\n", house.lastWords(name, 15))));
    }

    /** A command that speaks to the person at the terminal; says how it ended. */
    static int tell(House house, Launch launch) throws IOException {
        var builder =
                new ProcessBuilder(launch.command()).directory(house.home().toFile()).inheritIO();
        builder.environment().putAll(launch.environment());
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return 2;
        }
    }
}
