package cn.sihong.award.letters;

import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** What a school is told of its own, a unit of its schools, the bureau of all. */
@RestController
@RequestMapping("/api/letters")
class LetterController {

    private final Reading reading;

    LetterController(Reading reading) {
        this.reading = reading;
    }

    @GetMapping
    Page<Letters.Heading> list(
            @RequestParam(required = false) @Nullable UUID programme, PageRequest page) {
        return reading.list(programme, page);
    }

    @GetMapping("/{applicationId}")
    Letter get(@PathVariable UUID applicationId) {
        return reading.get(applicationId);
    }
}
