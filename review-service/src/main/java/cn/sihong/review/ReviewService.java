package cn.sihong.review;

import cn.sihong.review.ledger.LedgerCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

import java.util.List;

/** What others say of schools. */
@SpringBootApplication
@EnableScheduling
public class ReviewService {

    /** Serves; or checks its ledger, and ends. */
    public static void main(String[] arguments) {
        var words = List.of(arguments);
        if (!words.isEmpty() && words.getFirst().equals(LedgerCommand.NAME)) {
            var rest = words.subList(1, words.size());
            System.exit(LedgerCommand.run(rest, System.getenv(), System.out));
        }
        SpringApplication.run(ReviewService.class, arguments);
    }
}
