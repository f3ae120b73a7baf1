package cn.sihong.award.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * Checks a package offline: {@code java -jar award-service.jar check-archive PACKAGE.zip}. Needs no
 * database, no network and no installation.
 */
public final class ArchiveCommand {

    /** The first word of the command line. */
    public static final String NAME = "check-archive";

    private static final String USAGE = "用法：java -jar award-service.jar check-archive 归档包.zip";

    private ArchiveCommand() {}

    /**
     * Says what it found; 0 where all four properties hold, 1 where not, 2 where it cannot tell.
     */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1 || !Files.isReadable(Path.of(arguments.getFirst()))) {
            out.println(USAGE);
            return 2;
        }
        try (var zip = new ZipFile(arguments.getFirst())) {
            return check(zip, out);
        } catch (IOException e) {
            out.println("读不出归档包：" + e.getMessage());
            return 2;
        }
    }

    private static int check(ZipFile zip, PrintStream out) throws IOException {
        for (var paper : PackagePapers.ALL)
            if (zip.getEntry(paper) == null) {
                out.println("不通过：缺少“%s”。".formatted(paper));
                return 1;
            }
        var check =
                new FourProperties(
                        PackagePapers.readDigests(bytes(zip, PackagePapers.DIGESTS)),
                        new HashSet<>(PackagePapers.readIndex(bytes(zip, PackagePapers.INDEX))));
        var documents =
                zip.stream().filter(entry -> !PackagePapers.ALL.contains(entry.getName())).toList();
        for (var entry : documents) check.look(entry.getName(), bytes(zip, entry.getName()));
        var findings = check.findings();
        for (var finding : findings)
            out.println(
                    "%s　%s　%s：%s"
                            .formatted(
                                    finding.passed() ? "通过" : "不通过",
                                    finding.property(),
                                    finding.subject(),
                                    finding.detail()));
        return findings.stream().allMatch(FourProperties.Finding::passed) ? 0 : 1;
    }

    private static byte[] bytes(ZipFile zip, String path) throws IOException {
        try (var stream = zip.getInputStream(zip.getEntry(path))) {
            return stream.readAllBytes();
        }
    }
}
