package cn.sihong.award;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** What is decided: selection, deliberation, public notice, honours. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AwardService {

    public static void main(String[] arguments) {
        SpringApplication.run(AwardService.class, arguments);
    }
}
