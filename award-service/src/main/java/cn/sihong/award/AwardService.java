package cn.sihong.award;

import cn.sihong.award.ranking.RecomputeCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import java.util.List;

/** What is decided: selection, deliberation, public notice, honours. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AwardService {

    /** Serves, or computes a result package again and ends. */
    public static void main(String[] arguments) {
        var words = List.of(arguments);
        if (!words.isEmpty() && words.getFirst().equals(RecomputeCommand.NAME))
            System.exit(RecomputeCommand.run(words.subList(1, words.size()), System.out));
        SpringApplication.run(AwardService.class, arguments);
    }
}
