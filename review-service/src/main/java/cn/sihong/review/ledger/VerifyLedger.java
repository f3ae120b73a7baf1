package cn.sihong.review.ledger;

import cn.sihong.review.ledger.Checkpoint.Signed;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks an exported ledger without the platform: {@code java -cp <the service's jars>
 * cn.sihong.review.ledger.VerifyLedger ledger.tsv checkpoints/ <public key>}. Ends with 0 if all is
 * well, with 1 if something was changed, with 2 if it cannot tell.
 */
public final class VerifyLedger {

    private VerifyLedger() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        if (arguments.length != 3) {
            out.println("用法：VerifyLedger 台账导出文件 检查点目录 公钥");
            return 2;
        }
        try {
            return verify(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], out);
        } catch (IOException | UncheckedIOException e) {
            out.println("无法读取文件：" + e.getMessage());
            return 2;
        }
    }

    private static int verify(Path ledger, Path folder, String key, PrintStream out)
            throws IOException {
        var faults = new ArrayList<String>();
        var checkpoints = checkpoints(folder, faults);
        faults.addAll(LedgerVerifier.faults(checkpoints, key));
        var heads = checkpoints.stream().map(signed -> signed.checkpoint().head()).toList();
        try (var in = Files.newInputStream(ledger)) {
            var result = LedgerFile.verify(in, heads);
            if (!result.intact()) faults.add("台账第 %d 条与原始记录不符".formatted(result.firstBroken()));
            out.println("台账 %d 条，检查点 %d 个。".formatted(result.entries(), checkpoints.size()));
            if (checkpoints.isEmpty()) faults.add("没有检查点，不能判断末尾是否被截断");
        }
        faults.forEach(fault -> out.println("✗ " + fault));
        if (faults.isEmpty()) out.println("✓ 台账完整：没有发现修改、删除、插入、调换或截断。");
        return faults.isEmpty() ? 0 : 1;
    }

    /** The checkpoints of a folder by number; what is none is a fault. */
    static List<Signed> checkpoints(Path folder, List<String> faults) throws IOException {
        var checkpoints = new ArrayList<Signed>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(".txt")).sorted().toList())
                try {
                    checkpoints.add(Signed.read(Files.readString(file)));
                } catch (IllegalArgumentException | java.time.DateTimeException e) {
                    faults.add("检查点文件 %s 无法识别".formatted(file.getFileName()));
                }
        }
        return checkpoints;
    }
}
