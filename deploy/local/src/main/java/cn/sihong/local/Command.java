package cn.sihong.local;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;

/** What {@code ./sihong} does once the programs are built. */
enum Command {
    UP {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            try (var _ = lock(home)) {
                var running = local.start();
                summary(running);
            }
            return 0;
        }
    },
    DOWN {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            try (var _ = lock(home)) {
                var ensemble = local.ensemble();
                if (ensemble.parts().all().stream().allMatch(p -> ensemble.living(p).isEmpty())) {
                    say("没有正在运行的程序。");
                    return 0;
                }
                if (ensemble.records()) say("第一次停止会顺便写下启动缓存，以后启动更快，请稍候。");
                ensemble.stop();
                say("全部停止，数据保留在 " + home.resolve("data"));
            }
            return 0;
        }
    },
    STATUS {
        @Override
        int run(LocalRun local, Path home, List<String> words) {
            var ensemble = local.ensemble();
            say(row("程序", "状态", "进程号", "端口", "内存", "已运行"));
            var held = 0L;
            var living = 0;
            for (var part : ensemble.parts().all()) {
                var child = ensemble.living(part);
                if (child.isEmpty()) {
                    say(row(part.title(), "未运行", "", "", "", ""));
                    continue;
                }
                var memory = Machine.heldMebibytes(child.get().pid()).orElse(0);
                held += memory;
                living++;
                say(
                        row(
                                part.title(),
                                ensemble.answers(part) ? "就绪" : "未就绪",
                                Long.toString(child.get().pid()),
                                child.get().ports(),
                                memory + " MiB",
                                spoken(Duration.between(child.get().started(), Instant.now()))));
            }
            say("合计内存 %d MiB，日志在 %s".formatted(held, home.resolve("logs")));
            return living == ensemble.parts().all().size() ? 0 : 3;
        }
    },
    DEMO {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            try (var _ = lock(home)) {
                var running = local.start();
                var told = tellTheStory(running);
                summary(running);
                return told;
            }
        }
    },
    BACKUP("文件") {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            try (var _ = lock(home)) {
                var file = Path.of(words.getFirst()).toAbsolutePath().normalize();
                var digest = operations(local).backup(file);
                say("已备份到 %s（%d MiB）".formatted(file, Files.size(file) >> 20));
                say("SHA-256 %s，请记在别处。文件含密码和个人信息，请妥善保管。".formatted(digest));
            }
            return 0;
        }
    },
    RESTORE("文件") {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            try (var _ = lock(home)) {
                var operations = operations(local);
                var manifest = operations.restore(Path.of(words.getFirst()).toAbsolutePath());
                say(
                        "已恢复：%d 个文件与清单一致，%d 张表和主题的数量与备份时一致。"
                                .formatted(manifest.digests().size(), manifest.counts().size()));
                return operations.alone(operations::verifyLedger);
            }
        }
    },
    RECONCILE {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            return operations(local).reconcile(System.out) ? 0 : 1;
        }
    },
    REPLAY_DEAD_LETTERS(true) {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            return operations(local)
                            .settle(ParkedKeys.Wish.REPLAY, _ -> true, acts(words), System.out)
                    ? 0
                    : 1;
        }
    },
    UNPARK(true, "读者", "主题", "键") {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            var named = words.subList(0, 3);
            return operations(local)
                            .settle(
                                    ParkedKeys.Wish.SKIP,
                                    key -> key.is(named),
                                    acts(words),
                                    System.out)
                    ? 0
                    : 1;
        }
    },
    REBUILD(true, "副本") {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            try (var _ = lock(home)) {
                // Begun again as it is: recording a start cache would make its next stop long.
                var plain = LocalRun.in(home).cachingIn(home.resolve("cache"));
                operations(local)
                        .rebuild(
                                plain.silently().ensemble(),
                                ReadCopy.named(words.getFirst()),
                                acts(words),
                                System.out);
            }
            return 0;
        }
    },
    ROTATE_KEYS(true) {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            try (var _ = lock(home)) {
                operations(local).rotateKeys(acts(words), System.out);
            }
            return 0;
        }
    },
    VERIFY_ARCHIVE("文件") {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            var file = Path.of(words.getFirst()).toAbsolutePath();
            return Application.AWARD.carryOut(
                    local.ensemble().house(), List.of("check-archive", file.toString()), Map.of());
        }
    },
    VERIFY_LEDGER {
        @Override
        int run(LocalRun local, Path home, List<String> words) throws IOException {
            return operations(local).verifyLedger();
        }
    },
    VERIFY_TLS("主机") {
        @Override
        int run(LocalRun local, Path home, List<String> words) {
            try {
                var findings = PublicTls.of(words.getFirst(), SSLContext.getDefault());
                for (var finding : findings)
                    say((finding.holds() ? "通过    " : "不通过  ") + finding.sentence());
                return findings.stream().allMatch(PublicTls.Finding::holds) ? 0 : 1;
            } catch (NumberFormatException e) {
                say("请写成 主机 或 主机:端口，例如 sihong.example.org。");
            } catch (IOException e) {
                say("%s 没有应答，请核对主机名和端口：%s".formatted(words.getFirst(), e.getMessage()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
            return 2;
        }
    };

    static final String HELP =
            """
            用法：./sihong demo | up | down | status | backup 文件 | restore 文件
                         | reconcile | verify-ledger | verify-archive 文件 | verify-tls 主机
                         | replay-dead-letters | unpark 读者 主题 键 | rebuild 副本 | rotate-keys
              demo    启动全部程序，并用六十所学校演示一个完整年度
              up      启动全部程序；已在运行的不受影响
              down    停止全部程序，保留数据
              status  查看每个程序的状态、端口和内存
              backup 文件     （停止后）把全部数据存成一个文件
              restore 文件    把备份恢复到空目录，并核对文件、数量和台账
              reconcile       （运行中）核对各库的副本，列出待发消息和停放的键
              verify-ledger   （运行中）核对评审台账的链条和检查点
              verify-archive 文件  核对归档包的四性
              verify-tls 主机      从外面看公开地址：TLS 版本、加密套件、证书、HSTS
              replay-dead-letters  （运行中）补投停放的键后面等待的全部消息
              unpark 读者 主题 键  （运行中）跳过这个键的第一条死信，补投其余的
              rebuild 副本         （运行中）清空一个只读副本，从主题开头重新读（review-register 或 award-statistics）
              rotate-keys          （停止后）更换数据库角色和文件库的密码
            会改变数据的命令先说明要做什么，加 --do 才做。
            环境变量：SIHONG_HOME（数据目录，默认为项目下的 .sihong）、SIHONG_PORT_GATEWAY 等端口、
                      SIHONG_MEMORY_CHECK=off（不检查内存）、SIHONG_PATIENCE（每个程序最多等待的秒数）、
                      SIHONG_COLLECTOR（把调用链发送到的收集器，如 http://127.0.0.1:4318）\
            """;

    private static final String DO = "--do";

    /** How many words have to be said after the command. */
    private final int asks;

    /** Whether it changes something, and therefore only with {@code --do}. */
    private final boolean changes;

    /**
     * @param asks what has to be said after the command
     */
    Command(String... asks) {
        this(false, asks);
    }

    Command(boolean changes, String... asks) {
        this.changes = changes;
        this.asks = asks.length;
    }

    private static boolean acts(List<String> words) {
        return words.contains(DO);
    }

    private boolean isMeantBy(List<String> words) {
        var whole = new ArrayList<>(words);
        if (changes && whole.getLast().equals(DO)) whole.removeLast();
        return whole.size() == 1 + asks
                && name().replace('_', '-').equalsIgnoreCase(whole.getFirst());
    }

    abstract int run(LocalRun local, Path home, List<String> words) throws IOException;

    interface Action {
        int run();
    }

    static Action of(String[] args) {
        for (var command : values()) {
            if (args.length > 0 && command.isMeantBy(List.of(args))) {
                return () -> command.carryOut(List.of(args).subList(1, args.length));
            }
        }
        return () -> {
            say(HELP);
            return args.length == 0 || args[0].contains("help") ? 0 : 2;
        };
    }

    private int carryOut(List<String> words) {
        try {
            var wish = System.getenv("SIHONG_HOME");
            var home =
                    wish == null || wish.isBlank()
                            ? House.repoAround(Path.of("")).resolve(".sihong")
                            : Path.of(wish).toAbsolutePath();
            Files.createDirectories(home);
            return run(
                    LocalRun.in(home).cachingIn(home.resolve("cache")).training().lasting(),
                    home,
                    words);
        } catch (CannotStart refusal) {
            say(String.valueOf(refusal.getMessage()));
            return 1;
        } catch (IOException e) {
            say("无法读写文件：" + e);
            return 1;
        }
    }

    /** Two commands at once would each see half of the other's work. */
    private static FileLock lock(Path home) throws IOException {
        var file = home.resolve("run").resolve("lock");
        Files.createDirectories(file.getParent());
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CannotStart("另一个 ./sihong 正在工作，请等它结束后再试。");
        }
        return lock;
    }

    private static Operations operations(LocalRun local) {
        return new Operations(local.ensemble().house(), Narrator.silent());
    }

    private static int tellTheStory(Running running) throws IOException {
        var scenarios = House.repoAround(Path.of("")).resolve("scenarios/target");
        var jar = scenarios.resolve("scenarios-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) throw House.notBuilt();
        var story =
                new ProcessBuilder(
                                JavaProgram.java(),
                                "-Xmx256m",
                                "-Dstdout.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8",
                                "-cp",
                                jar + File.pathSeparator + scenarios.resolve("lib") + "/*",
                                "cn.sihong.scenarios.Demo")
                        .inheritIO();
        story.environment().putAll(Map.of("SIHONG_GATEWAY", running.gatewayUrl()));
        var process = story.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void summary(Running running) {
        // The script tells when it began, so that building counts as well.
        var began =
                Instant.ofEpochSecond(Long.getLong("sihong.began", Instant.now().getEpochSecond()));
        say(
                """

                四红平台已就绪，用时 %s，共占内存 %.1f GiB
                  门户      %s
                  登录服务  %s
                  账号      office（教育局党建办 周文）、group1…group5（领导小组）、inspector1…inspector4（验收组）、
                            discipline（纪检）、archivist（档案）、sysadmin / secadmin / auditor（三员）
                  密码      %s
                  查看状态  ./sihong status
                  停止      ./sihong down\
                """
                        .formatted(
                                spoken(Duration.between(began, Instant.now())),
                                running.heldMebibytes() / 1024.0,
                                running.gatewayUrl(),
                                running.ports().url(Port.KEYCLOAK),
                                Application.DEMO_PASSWORD));
    }

    private static String row(String... cells) {
        var widths = new int[] {28, 10, 10, 14, 10, 0};
        var line = new StringBuilder();
        for (var i = 0; i < cells.length; i++) line.append(Columns.padded(cells[i], widths[i]));
        return line.toString().stripTrailing();
    }

    private static String spoken(Duration duration) {
        if (duration.toMinutes() == 0) return duration.toSeconds() + " 秒";
        if (duration.toHours() == 0) {
            return "%d 分 %d 秒".formatted(duration.toMinutes(), duration.toSecondsPart());
        }
        return "%d 小时 %d 分".formatted(duration.toHours(), duration.toMinutesPart());
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
