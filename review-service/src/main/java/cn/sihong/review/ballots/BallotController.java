package cn.sihong.review.ballots;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.reach.Reach;
import cn.sihong.review.blindsignatures.BlindSignatures;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * The voter's way. Proving who one is has an address of its own; everything under {@code
 * /api/public} asks for nobody and is called without a cookie.
 */
@RestController
class BallotController {

    /** A blinded message or a signature of a 2048-bit key is 342 letters long. */
    private static final int LONGEST = 1_000;

    private final IssuingDesk desk;
    private final BallotBox box;
    private final BallotViews views;

    BallotController(IssuingDesk desk, BallotBox box, BallotViews views) {
        this.desk = desk;
        this.box = box;
        this.views = views;
    }

    /** Base64url without padding, as browsers make it. */
    record Blinded(
            @NotNull(message = "缺少凭证申请。") @Size(max = LONGEST, message = "凭证申请过长。")
                    String blinded) {}

    record CodeShown(
            @NotNull(message = "请输入编码。") @Size(max = 40, message = "编码应为 16 位。") String code,
            @NotNull(message = "缺少凭证申请。") @Size(max = LONGEST, message = "凭证申请过长。")
                    String blinded) {}

    record Signed(String signature) {}

    record Cast(
            @NotNull(message = "缺少选票凭证。") @Size(max = LONGEST, message = "选票凭证过长。") String prepared,
            @NotNull(message = "缺少选票凭证。") @Size(max = LONGEST, message = "选票凭证过长。")
                    String signature,
            @NotNull(message = "请逐项选择。") @Size(max = 200, message = "选项过多。")
                    List<@NotNull(message = "请逐项选择。") Mark> marks) {}

    record Counted(String receipt) {}

    /** A ballot paper as anybody may see it, with the key under which tokens are good. */
    record Paper(
            UUID appraisalId,
            String school,
            String electorate,
            List<String> subjects,
            LocalDate opensOn,
            LocalDate closesOn,
            boolean trial,
            boolean closed,
            String suite,
            String publicKey) {}

    @GetMapping("/api/ballots/mine")
    List<Paper> mine(Actor actor) {
        return Reach.everything().during(() -> views.of(actor.username())).stream()
                .map(BallotController::paper)
                .toList();
    }

    @PostMapping("/api/ballots/{id}/token")
    Signed sign(@PathVariable UUID id, @RequestBody @Valid Blinded asked, Actor actor) {
        return sign(id, new Credential.Account(actor.username()), asked.blinded());
    }

    @PostMapping("/api/public/ballots/{id}/token")
    Signed sign(@PathVariable UUID id, @RequestBody @Valid CodeShown shown) {
        return sign(id, new Credential.Code(shown.code()), shown.blinded());
    }

    @GetMapping("/api/public/ballots/{id}")
    Paper paper(@PathVariable UUID id) {
        return paper(Reach.everything().during(() -> views.box(id)));
    }

    @PostMapping("/api/public/ballots/{id}")
    ResponseEntity<Counted> cast(@PathVariable UUID id, @RequestBody @Valid Cast cast) {
        var token =
                new Token(bytes("prepared", cast.prepared()), bytes("signature", cast.signature()));
        var receipt = Reach.everything().during(() -> box.cast(id, token, cast.marks()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Counted(receipt.value()));
    }

    /** All receipts of a closed box, in alphabetical order. */
    @GetMapping("/api/public/ballots/{id}/receipts")
    List<String> receipts(@PathVariable UUID id) {
        return Reach.everything().during(() -> views.receipts(id));
    }

    private Signed sign(UUID id, Credential credential, String blinded) {
        var bytes = bytes("blinded", blinded);
        var signature = Reach.everything().during(() -> desk.sign(id, credential, bytes));
        return new Signed(Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    private static Paper paper(Box box) {
        var ballot = box.ballot();
        return new Paper(
                ballot.appraisal(),
                ballot.school(),
                ballot.electorate(),
                ballot.subjects(),
                ballot.opensOn(),
                ballot.closesOn(),
                ballot.trial(),
                box.closed(),
                BlindSignatures.SUITE,
                Base64.getEncoder().encodeToString(box.publicKey()));
    }

    private static byte[] bytes(String field, String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(field, "格式不正确，请刷新页面后重试。");
        }
    }
}
