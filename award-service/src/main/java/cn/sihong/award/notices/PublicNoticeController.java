package cn.sihong.award.notices;

import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** Open to everybody, without signing in. */
@RestController
@RequestMapping("/api/public/notices")
class PublicNoticeController {

    private final PublicNotices notices;

    PublicNoticeController(PublicNotices notices) {
        this.notices = notices;
    }

    @GetMapping
    Page<PublicNotices.Headline> list(PageRequest page) {
        return notices.list(page);
    }

    @GetMapping("/{id}")
    PublicNotices.Detail get(@PathVariable UUID id) {
        return notices.get(new Notice.Id(id));
    }
}
