package cn.sihong.submission.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.plans.Content.Discussion;
import cn.sihong.submission.plans.Content.Leader;
import cn.sihong.submission.plans.Content.Publicity;
import cn.sihong.submission.plans.Content.Target;
import cn.sihong.submission.plans.SchoolPlan.Batched;
import cn.sihong.submission.plans.SchoolPlan.Draft;
import cn.sihong.submission.plans.SchoolPlan.Entry;
import cn.sihong.submission.plans.SchoolPlan.GatePassed;
import cn.sihong.submission.plans.SchoolPlan.Returned;
import cn.sihong.submission.plans.SchoolPlan.Review;
import cn.sihong.submission.plans.SchoolPlan.Submitted;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

@SihongTest
class PlansTest {

    private static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");

    private static final Review REVIEW = new Review("目标不可衡量", Map.of(Section.TARGETS, "请写明完成标准"));

    @Autowired Plans plans;
    @Autowired Programmes programmes;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    Town town;
    Programme.Id programme;

    @BeforeEach
    void aTownWithAProgramme() {
        town = Town.in(jdbc);
        programme = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
    }

    @Test
    void everyStateIsReadAsItWasWritten() {
        var draft = (Draft) kept(new Draft(anEntry(town.school()), complete()));
        var submitted = (Submitted) kept(draft.submit());
        var returned = (Returned) kept(submitted.sendBack(REVIEW));
        var again = (Submitted) kept(returned.submit());
        var passed = (GatePassed) kept(again.pass());
        var batched = (Batched) kept(passed.batch());
        kept(batched.sendBack(REVIEW));
        var other = (Draft) kept(new Draft(anEntry(town.neighbour()), complete()));
        kept(((Submitted) kept(other.submit())).pass().batch().file());
    }

    @Test
    void aSchoolHasOnePlanForAProgramme() {
        kept(new Draft(anEntry(town.school()), complete()));
        var second = new Draft(anEntry(town.school()), complete());
        assertThatExceptionOfType(PlanExists.class)
                .isThrownBy(() -> system(() -> plans.save(second, NOW)));
    }

    @Test
    void theSlowerOfTwoWritersIsRefused() {
        var draft = (Draft) kept(new Draft(anEntry(town.school()), complete()));
        system(() -> plans.save(draft.submit(), NOW));
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> system(() -> plans.save(draft.revise(complete()), NOW)));
    }

    @Test
    void anotherSchoolDoesNotEvenSeeThatItExists() {
        var draft = kept(new Draft(anEntry(town.school()), complete()));
        var stranger = new Reach.Organisations(Set.of(town.stranger().id().value()));
        assertThat(stranger.during(() -> read(draft))).isNull();
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        var empty =
                new Content(
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(new Target("", "", null)),
                        Discussion.UNTOLD,
                        List.of());
        Form.check(empty);
        var refused = catchThrowableOfType(InvalidInput.class, () -> Form.checkComplete(empty));
        assertThat(refused.errors())
                .extracting(FieldError::field)
                .hasSize(17)
                .contains(
                        "content.ideology",
                        "content.brandName",
                        "content.targets[0].text",
                        "content.targets[0].dueOn");
    }

    @Test
    void aPlanWithoutATargetIsNone() {
        var c = complete();
        var aimless =
                new Content(
                        c.ideology(),
                        c.organisation(),
                        c.institution(),
                        c.team(),
                        c.integrity(),
                        c.highlights(),
                        c.brandName(),
                        c.brandMeaning(),
                        c.brandCarrier(),
                        c.brandMethod(),
                        c.brandEffect(),
                        c.secretary(),
                        c.infoOfficer(),
                        c.leadGroup(),
                        List.of(),
                        c.discussion(),
                        c.publicity());
        var refused = catchThrowableOfType(InvalidInput.class, () -> Form.checkComplete(aimless));
        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactly("content.targets");
    }

    private SchoolPlan kept(SchoolPlan plan) {
        var saved = system(() -> plans.save(plan, NOW));
        assertThat(Reach.everything().during(() -> read(saved))).isEqualTo(saved);
        assertThat(saved)
                .usingRecursiveComparison()
                .ignoringFields("entry.version")
                .isEqualTo(plan);
        assertThat(saved.entry().version()).isEqualTo(plan.entry().version() + 1);
        return saved;
    }

    private SchoolPlan read(SchoolPlan plan) {
        return transaction.execute(status -> plans.find(plan.entry().id()).orElse(null));
    }

    private <T> T system(Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }

    private Entry anEntry(Organisation school) {
        return new Entry(
                new SchoolPlan.Id(UUID.randomUUID()),
                programme,
                school.id(),
                town.street().id(),
                0);
    }

    private static Content complete() {
        return new Content(
                "思想建设扎实",
                "组织健全",
                "制度完备",
                "队伍稳定",
                "作风清廉",
                "红领巾讲解队",
                "星火传薪",
                "以史育人",
                "校史展厅",
                "师生共建",
                "人人会讲",
                "张三",
                "李四",
                List.of(new Leader("张三", "总负责")),
                List.of(new Target("建成展厅", "展陈六个单元", LocalDate.of(2026, 10, 31))),
                new Discussion(LocalDate.of(2026, 6, 3), 21),
                List.of(new Publicity("校刊专版", null)));
    }
}
