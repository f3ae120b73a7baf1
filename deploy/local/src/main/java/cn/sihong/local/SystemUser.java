package cn.sihong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL runs, which refuses to run as root. In a user namespace of its own it is
 * nobody and yet may write root's files; where the machine forbids namespaces it becomes nobody in
 * earnest and is given its files.
 *
 * @param prefix words before the command
 * @param nobody whether files have to be given away
 */
record SystemUser(List<String> prefix, boolean nobody) {

    private static final SystemUser MYSELF = new SystemUser(List.of(), false);
    private static final SystemUser NAMESPACE = new SystemUser(List.of("unshare", "-U"), false);
    private static final SystemUser NOBODY =
            new SystemUser(
                    List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), true);

    /** The user for a data directory, which is his when this returns. */
    static SystemUser forPostgres(Path data) {
        var user = choice();
        user.handOver(data);
        return user;
    }

    void handOver(Path tree) {
        if (nobody && !works(List.of("chown", "-R", "65534:65534", tree.toString()))) {
            throw new CannotStart("无法把目录 %s 交给普通用户 nobody。".formatted(tree));
        }
    }

    private static SystemUser choice() {
        if (!isRoot()) return MYSELF;
        if (works(List.of("unshare", "-U", "true"))) return NAMESPACE;
        if (works(List.of("setpriv", "--reuid=65534", "--clear-groups", "true"))) return NOBODY;
        throw new CannotStart("PostgreSQL 不能以 root 身份运行。请换成普通用户再执行 ./sihong up。");
    }

    private static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self"))
                    && Integer.valueOf(0)
                            .equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean works(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
