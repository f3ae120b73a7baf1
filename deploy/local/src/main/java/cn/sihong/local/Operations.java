package cn.sihong.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an operator does with a platform as a whole. */
final class Operations {

    private final House house;
    private final Narrator narrator;

    Operations(House house, Narrator narrator) {
        this.house = house;
        this.narrator = narrator;
    }

    /**
     * Keeps everything that lasts in one file.
     *
     * @return SHA-256 of the file
     */
    String backup(Path file) throws IOException {
        requireResting();
        requireData();
        if (Files.exists(file)) throw new CannotStart("%s 已存在，请换一个文件名。".formatted(file));
        if (file.startsWith(data())) throw new CannotStart("备份文件不能放在数据目录里，请换一个位置。");
        return Backup.write(data(), Stock.take(house, narrator), file);
    }

    /**
     * Brings a backup back to where nothing is, and counts it.
     *
     * @return what it holds
     */
    Manifest restore(Path file) throws IOException {
        requireResting();
        if (!isEmpty(data())) {
            throw new CannotStart(
                    "%s 里已有数据，不能恢复到这里。请用 SIHONG_HOME 指定一个空目录，或先把原数据移走。".formatted(data()));
        }
        if (!Files.isReadable(file)) throw new CannotStart("读不到备份文件 %s。".formatted(file));
        var draft = data().resolveSibling("data.restoring");
        Cache.delete(draft);
        Manifest manifest;
        try {
            manifest = Backup.unpack(file, draft);
            Files.deleteIfExists(data());
            Files.move(draft, data());
        } finally {
            Cache.delete(draft);
        }
        var miscounted = manifest.miscounted(Stock.take(house, narrator));
        if (miscounted.isEmpty()) return manifest;
        throw new CannotStart(
                "已恢复到 %s，但 %d 处的数量与备份时不符，请不要投入使用：%s"
                        .formatted(data(), miscounted.size(), String.join("、", miscounted)));
    }

    /**
     * Checks the chain of the review ledger against the checkpoints that lie in the object store;
     * PostgreSQL has to run. What is found is said on standard output.
     *
     * @return 0 where it holds, 1 where it does not, 2 where that cannot be told
     */
    int verifyLedger() throws IOException {
        requireData();
        var checkpoints =
                house.data(ObjectStore.NAME)
                        .resolve("objects")
                        .resolve(ObjectStore.LEDGER_BUCKET)
                        .resolve("checkpoints");
        Files.createDirectories(checkpoints);
        return Application.REVIEW.carryOut(
                house,
                List.of("verify-ledger", checkpoints.toString()),
                Application.REVIEW.settings(house));
    }

    /**
     * Compares the services' copies with what they are copies of; PostgreSQL has to run.
     *
     * @return whether all agrees and nothing waits
     */
    boolean reconcile(PrintStream out) throws IOException {
        requireData();
        try {
            return new Reconciliation(house, out).holds();
        } catch (SQLException e) {
            throw new CannotStart("数据库没有应答，请先执行 ./sihong up：" + e.getMessage(), e);
        }
    }

    /**
     * Has what waits for parked keys replayed by the services, which have to run; or only says what
     * waits.
     *
     * @return whether none of the keys that are meant is parked any more
     */
    boolean settle(
            ParkedKeys.Wish wish, Predicate<ParkedKeys.Key> meant, boolean acts, PrintStream out)
            throws IOException {
        requireData();
        try {
            return new ParkedKeys(house, out).settle(wish, meant, acts);
        } catch (SQLException e) {
            throw new CannotStart("数据库没有应答，请先执行 ./sihong up：" + e.getMessage(), e);
        }
    }

    /** Fills a read copy anew from its topics; or only says what that would mean. */
    void rebuild(Ensemble ensemble, ReadCopy copy, boolean acts, PrintStream out)
            throws IOException {
        requireData();
        try {
            new Rebuilding(ensemble, out).rebuild(copy, acts);
        } catch (SQLException e) {
            throw new CannotStart("数据库没有应答，请先执行 ./sihong up：" + e.getMessage(), e);
        }
    }

    /**
     * Makes up new passwords where nothing but the next start has to know them: PostgreSQL and the
     * object store are told them when they start. What data is encrypted or signed with stays, and
     * so does what Keycloak keeps in its own database.
     */
    void rotateKeys(boolean acts, PrintStream out) throws IOException {
        requireResting();
        requireData();
        var rotated = new ArrayList<String>();
        for (var database : Postgres.DATABASES) {
            rotated.add(Postgres.owner(database));
            rotated.add(Postgres.application(database));
        }
        rotated.add(ObjectStore.NAME);
        for (var name : rotated) out.println("更换 " + name);
        out.println("不更换：客户端密钥（在 Keycloak 里）、台账、评议、评选的密钥（已有数据靠它们解密和验签）、数据库超级用户和 Keycloak 管理员。");
        if (acts) {
            house.secrets().renew(rotated);
            out.println("✓ 已更换，下次 ./sihong up 生效。旧备份里仍是旧密码，恢复时随备份一起回来。");
        } else {
            out.println("以上是将要做的事，什么也没有改变。确认要做时，请加 --do。");
        }
    }

    interface Check {
        int done() throws IOException;
    }

    /** A check for which the stores are started, and ended again. */
    int alone(Check check) throws IOException {
        try {
            return Stock.whileStoresRun(house, narrator, () -> done(check));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static int done(Check check) {
        try {
            return check.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path data() {
        return house.home().resolve("data");
    }

    private void requireResting() {
        var living =
                Parts.EVERYTHING.all().stream()
                        .filter(part -> Child.living(house, part.name()).isPresent())
                        .map(Part::title)
                        .toList();
        if (living.isEmpty()) return;
        throw new CannotStart("仍在运行：%s。请先执行 ./sihong down。".formatted(String.join("、", living)));
    }

    /** Before anything asks for a password: asking makes one up where none is. */
    private void requireData() throws IOException {
        if (isEmpty(data())) throw new CannotStart("%s 里还没有数据。".formatted(data()));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) return true;
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
