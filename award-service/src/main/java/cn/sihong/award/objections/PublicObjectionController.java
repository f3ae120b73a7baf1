package cn.sihong.award.objections;

import cn.sihong.award.objections.Objection.Decided;
import cn.sihong.award.objections.Objection.NotAccepted;
import cn.sihong.award.objections.Objection.Registered;
import cn.sihong.award.objections.Objection.Voice;
import cn.sihong.award.register.VerifyCode;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;

/** Open to everybody, without signing in. */
@RestController
@RequestMapping("/api/public/objections")
class PublicObjectionController {

    private final ObjectionIntake intake;

    PublicObjectionController(ObjectionIntake intake) {
        this.intake = intake;
    }

    /**
     * What somebody has against an entry of a notice.
     *
     * @param name real name; that of who signs where a unit speaks
     * @param contact phone, mail or address; kept encrypted
     */
    record Objecting(
            @NotNull(message = "缺少编号，请刷新页面后重试。") UUID id,
            @NotNull(message = "请选择公示。") UUID noticeId,
            @NotNull(message = "请选择反映的对象。") UUID applicationId,
            @NotNull(message = "请选择以个人还是单位名义反映。") Voice voice,
            @NotBlank(message = "请填写真实姓名。") @Size(min = 2, max = 50, message = "请填写真实姓名，2 至 50 个字。")
                    String name,
            @Size(max = 80, message = "单位名称最多 80 个字。") @Nullable String unitName,
            @NotBlank(message = "请填写联系方式。")
                    @Size(min = 5, max = 120, message = "请填写能联系到您的电话、邮箱或地址。")
                    String contact,
            @NotBlank(message = "请写明反映的事实。") String facts) {}

    /**
     * What the objector keeps.
     *
     * @param code asked for beside the receipt; shown this once
     * @param sealMissing a unit has to upload its sealed paper before the objection is accepted
     */
    record Receipt(String receipt, String code, LocalDate acceptBy, boolean sealMissing) {}

    /**
     * How far it has come.
     *
     * @param evidence how many pieces came with it
     * @param takesEvidence whether more of them may come
     */
    record Status(
            String receipt,
            String state,
            String stateName,
            LocalDate receivedOn,
            LocalDate acceptBy,
            boolean sealMissing,
            @Nullable LocalDate investigateBy,
            int evidence,
            boolean takesEvidence,
            @Nullable String answer) {

        static Status of(ObjectionIntake.Held held) {
            var objection = held.objection();
            var view = ObjectionView.of(objection, false);
            var answer =
                    switch (objection) {
                        case NotAccepted it -> it.reason();
                        case Decided it -> it.decision().reply();
                        case Registered _, Objection.Accepted _, Objection.Investigated _ -> null;
                    };
            return new Status(
                    view.receipt(),
                    view.state(),
                    view.stateName(),
                    view.receivedOn(),
                    view.acceptBy(),
                    !view.complete(),
                    view.investigateBy(),
                    held.evidence(),
                    held.evidence() < EvidenceFull.MOST
                            && (objection instanceof Registered
                                    || objection instanceof Objection.Accepted),
                    answer);
        }
    }

    @PostMapping
    Receipt register(@RequestBody @Valid Objecting objecting) {
        var kept =
                intake.register(
                        new Objection.Id(objecting.id()),
                        objecting.noticeId(),
                        objecting.applicationId(),
                        objecting.voice(),
                        new Objector(
                                objecting.name(),
                                objecting.unitName(),
                                objecting.contact(),
                                objecting.facts()));
        var registered = kept.registered();
        return new Receipt(
                registered.entry().receipt(),
                VerifyCode.grouped(kept.code()),
                registered.entry().acceptBy(),
                !registered.complete());
    }

    /** The body is the scan itself. */
    @PutMapping("/{receipt}/seal")
    Status seal(
            @PathVariable String receipt,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request)
            throws IOException {
        intake.seal(receipt, code, request.getInputStream().readNBytes(NotAScan.MOST_BYTES + 1));
        return Status.of(intake.status(receipt, code));
    }

    /** The body is the paper or picture itself. */
    @PutMapping("/{receipt}/evidence/{piece}")
    Status evidence(
            @PathVariable String receipt,
            @PathVariable UUID piece,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request)
            throws IOException {
        intake.addEvidence(
                receipt, code, piece, request.getInputStream().readNBytes(NotAScan.MOST_BYTES + 1));
        return Status.of(intake.status(receipt, code));
    }

    @GetMapping("/{receipt}")
    ResponseEntity<Status> status(
            @PathVariable String receipt, @RequestParam(defaultValue = "") String code) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Status.of(intake.status(receipt, code)));
    }
}
