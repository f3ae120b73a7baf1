package cn.sihong.award.ranking;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Computes a result package again on anybody's machine, without a database, a network or this
 * service running: {@code java -jar award-service.jar recompute result-package.json [hash]}.
 */
public final class RecomputeCommand {

    public static final String NAME = "recompute";

    private static final int SAME = 0;
    private static final int DIFFERENT = 1;
    private static final int UNREADABLE = 2;

    private RecomputeCommand() {}

    /**
     * Says whether not a byte differs.
     *
     * @param arguments the file, and the hash that stands in the notice or the decision if it
     *     should be compared too
     * @return 0 where not a byte differs, 1 where something does, 2 where there is no package
     */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            out.println("用法：java -jar award-service.jar recompute 算分包.json [公示或决定上的校验值]");
            return UNREADABLE;
        }
        try {
            var text = Files.readString(Path.of(arguments.getFirst()), StandardCharsets.UTF_8);
            return compare(new PackageText(text), arguments, out);
        } catch (IOException | IllegalArgumentException e) {
            out.println("这个文件不是算分包，无法复算：" + arguments.getFirst());
            return UNREADABLE;
        }
    }

    private static int compare(PackageText given, List<String> arguments, PrintStream out) {
        var found = Recompute.of(given);
        out.println("计算版本：" + found.code());
        out.println("算分包校验值：" + found.hash());
        out.println("复算校验值：　" + found.recomputedHash());
        if (arguments.size() == 2 && !arguments.get(1).equalsIgnoreCase(found.hash())) {
            out.println("不符：这个文件不是公示或决定所依据的算分包。");
            return DIFFERENT;
        }
        if (!found.code().equals(Ranking.CODE)) {
            out.println("不符：算分包由另一版本计算，请用 " + found.code() + " 对应的程序复算。");
            return DIFFERENT;
        }
        out.println(found.same() ? "相符：逐字节一致。" : "不符：算分包的结果不是由其中的规则和分数得出的。");
        return found.same() ? SAME : DIFFERENT;
    }
}
