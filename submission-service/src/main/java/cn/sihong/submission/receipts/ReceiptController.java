package cn.sihong.submission.receipts;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/programmes/{id}/receipts")
class ReceiptController {

    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    @PostMapping
    List<Receipts.Receipt> give(@PathVariable UUID id, @RequestBody @Valid Read read, Actor actor) {
        receipts.give(actor, new Programme.Id(id), new Organisation.Id(read.schoolId()));
        return receipts.of(new Programme.Id(id));
    }

    @GetMapping
    List<Receipts.Receipt> list(@PathVariable UUID id) {
        return receipts.of(new Programme.Id(id));
    }

    record Read(@NotNull(message = "请选择学校。") UUID schoolId) {}
}
