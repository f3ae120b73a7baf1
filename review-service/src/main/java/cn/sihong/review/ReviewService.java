package cn.sihong.review;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What others say of schools. */
@SpringBootApplication
@EnableScheduling
public class ReviewService {

    public static void main(String[] arguments) {
        SpringApplication.run(ReviewService.class, arguments);
    }
}
