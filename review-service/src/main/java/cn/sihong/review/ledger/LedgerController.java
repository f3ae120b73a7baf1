package cn.sihong.review.ledger;

import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.InvalidInput;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

@RestController
@RequestMapping("/api/ledger")
class LedgerController {

    private final LedgerViews views;

    LedgerController(LedgerViews views) {
        this.views = views;
    }

    @GetMapping
    Page<LedgerViews.Line> list(
            @RequestParam UUID programme,
            @RequestParam(required = false) @Nullable LedgerFilter filter,
            PageRequest page) {
        return views.of(programme, filter, page);
    }

    /**
     * Reads the whole ledger again.
     *
     * @param knownSequence with {@code knownHash}: a head noted down before
     */
    @GetMapping("/check")
    LedgerViews.Check check(
            @RequestParam(required = false) @Nullable Long knownSequence,
            @RequestParam(required = false) @Nullable String knownHash) {
        return views.check(known(knownSequence, knownHash));
    }

    private static Head known(@Nullable Long sequence, @Nullable String hash) {
        if (sequence == null && hash == null) return Head.NONE;
        if (sequence == null || hash == null || sequence < 1)
            throw new InvalidInput("knownHash", "请同时填写此前记下的台账序号和校验值。");
        return new Head(sequence, hash);
    }
}
