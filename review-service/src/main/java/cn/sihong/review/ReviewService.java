package cn.sihong.review;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What others say of schools. */
@SpringBootApplication
public class ReviewService {

    public static void main(String[] arguments) {
        SpringApplication.run(ReviewService.class, arguments);
    }
}
