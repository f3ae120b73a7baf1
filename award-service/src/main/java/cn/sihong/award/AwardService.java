package cn.sihong.award;

import cn.sihong.award.archive.ArchiveCommand;
import cn.sihong.award.ranking.RecomputeCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import java.util.List;

/** What is decided: selection, deliberation, public notice, honours. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AwardService {

    /** Serves; or computes a result package again, or checks a package of the archive, and ends. */
    public static void main(String[] arguments) {
        var words = List.of(arguments);
        if (!words.isEmpty()) {
            var rest = words.subList(1, words.size());
            switch (words.getFirst()) {
                case RecomputeCommand.NAME -> System.exit(RecomputeCommand.run(rest, System.out));
                case ArchiveCommand.NAME -> System.exit(ArchiveCommand.run(rest, System.out));
                default -> {}
            }
        }
        SpringApplication.run(AwardService.class, arguments);
    }
}
