package cn.sihong.award.letters;

import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** Reads letters as far as the reader's eyes reach. */
@Component
class Reading {

    private final Letters letters;

    Reading(Letters letters) {
        this.letters = letters;
    }

    @Transactional(readOnly = true)
    public Page<Letters.Heading> list(@Nullable UUID programme, PageRequest page) {
        return Page.of(
                letters.list(programme, page), page, heading -> heading.applicationId().toString());
    }

    @Transactional(readOnly = true)
    public Letter get(UUID application) {
        return letters.find(application).orElseThrow(NoSuchLetter::new);
    }
}
