package cn.sihong.submission.notifications;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.Text;
import cn.sihong.submission.notifications.Mailbox.Rhythm;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

@RestController
@RequestMapping("/api/notifications")
class NotificationController {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;:\"\\\\\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,180}");

    private final Notifications notifications;
    private final Templates templates;
    private final Mailboxes mailboxes;
    private final Mails mails;
    private final MailSettings settings;
    private final Clock clock;

    NotificationController(
            Notifications notifications,
            Templates templates,
            Mailboxes mailboxes,
            Mails mails,
            MailSettings settings,
            Clock clock) {
        this.notifications = notifications;
        this.templates = templates;
        this.mailboxes = mailboxes;
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    Page<Notifications.Shown> list(
            @RequestParam(defaultValue = "false") boolean unread, PageRequest page, Actor actor) {
        return notifications.of(actor, unread, page);
    }

    @GetMapping("/unread")
    Count unread(Actor actor) {
        mailboxes.refresh(actor);
        return new Count(notifications.unread(actor));
    }

    @PostMapping("/{id}/read")
    Count read(@PathVariable UUID id, Actor actor) {
        notifications.read(actor, id, clock.instant());
        return new Count(notifications.unread(actor));
    }

    @PostMapping("/read")
    Count readAll(Actor actor) {
        notifications.readAll(actor, null, clock.instant());
        return new Count(notifications.unread(actor));
    }

    @GetMapping("/settings")
    Wishes wishes(Actor actor) {
        var mailbox = mailboxes.of(actor);
        return new Wishes(
                mailbox.map(Mailbox::address).orElse(null),
                mailbox.map(Mailbox::rhythm).orElse(null),
                settings.isOn(),
                settings.isOn() ? "邮件只在工作日 7:00 至 21:00 发送。" : "平台没有配置邮件服务器，提醒只在平台内显示。");
    }

    /** Without an address no mail is sent any more. */
    @PutMapping("/settings")
    Wishes wish(@RequestBody @Valid Wish wish, Actor actor) {
        var address = wish.address();
        if (address == null || address.isBlank()) mailboxes.remove(actor);
        else if (!ADDRESS.matcher(address).matches())
            throw new InvalidInput("address", "邮箱地址格式不正确，请检查后重新填写。");
        else
            mailboxes.put(
                    actor,
                    address,
                    wish.rhythm() == null ? Rhythm.DAILY : wish.rhythm(),
                    clock.instant());
        return wishes(actor);
    }

    @GetMapping("/templates")
    List<Template> templates() {
        return templates.all();
    }

    @PutMapping("/templates/{code}")
    Template edit(@PathVariable String code, @RequestBody @Valid Edited edited, Actor actor) {
        return templates.edit(actor, code, edited.title(), edited.body(), edited.version());
    }

    /** How the mail went, for those who keep the platform running. */
    @GetMapping("/mails")
    Mails.Counts mails() {
        return mails.counts();
    }

    record Count(long unread) {}

    record Wish(@Nullable String address, @Nullable Rhythm rhythm) {}

    /**
     * What somebody wished for.
     *
     * @param mail whether the platform can send any
     */
    record Wishes(
            @Nullable String address, @Nullable Rhythm rhythm, boolean mail, String explanation) {}

    record Edited(
            @NotNull(message = "请带上版本号。") Long version,
            @Text(min = 1, max = 80) String title,
            @Text(min = 1, max = 1000) String body) {}
}
