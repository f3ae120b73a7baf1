package cn.sihong.submission;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What schools say. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class SubmissionService {

    public static void main(String[] arguments) {
        SpringApplication.run(SubmissionService.class, arguments);
    }
}
