package cn.sihong.award.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.award.objections.Objection.Clock;
import cn.sihong.award.objections.Objection.Registered;
import cn.sihong.award.register.InstallationSecret;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.InvalidInput;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ObjectionTest {

    /** The Spring Festival of 2026: nine free days between two worked Saturdays. */
    private static final WorkingDays DAYS =
            new WorkingDays(
                    Stream.concat(
                                    Stream.of(
                                            Map.entry(LocalDate.of(2026, 2, 14), true),
                                            Map.entry(LocalDate.of(2026, 2, 28), true)),
                                    LocalDate.of(2026, 2, 15)
                                            .datesUntil(LocalDate.of(2026, 2, 24))
                                            .map(day -> Map.entry(day, false)))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));

    @Test
    void theClocksCountWorkingDaysAcrossTheSpringFestival() {
        var registered = Samples.registered(day(13), DAYS, true);
        assertThat(registered.entry().acceptBy()).isEqualTo(day(25));
        var accepted = registered.accept("没有姓名的内容", day(14), DAYS);
        // 24th to 28th are five, the 28th a worked Saturday, then 2nd to 6th of March
        assertThat(accepted.clock().investigateBy()).isEqualTo(LocalDate.of(2026, 3, 6));
        var extended = accepted.extend(10, "证人出差", LocalDate.of(2026, 3, 6), DAYS);
        assertThat(extended.clock().investigateBy()).isEqualTo(LocalDate.of(2026, 3, 20));
    }

    @Test
    void itIsExtendedOnceInTimeAndByNoMoreThanTheFirstTerm() {
        var accepted = Samples.registered(day(2), DAYS, true).accept("内容", day(3), DAYS);
        var last = accepted.clock().investigateBy();
        var extended = accepted.extend(3, "材料较多", last, DAYS);
        assertThatThrownBy(() -> extended.extend(1, "还要时间", last, DAYS))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> accepted.extend(1, "晚了", last.plusDays(1), DAYS))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> accepted.extend(Clock.INVESTIGATE_WITHIN + 1, "很久", last, DAYS))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aUnitWithoutItsSealIsNotAccepted() {
        Registered unsealed = Samples.registered(day(2), DAYS, false);
        assertThatThrownBy(() -> unsealed.accept("内容", day(3), DAYS))
                .isInstanceOf(SealMissing.class);
        assertThat(unsealed.completed().accept("内容", day(3), DAYS).state()).isEqualTo("ACCEPTED");
    }

    @Test
    void theUnitConcernedReadsNothingThatNamesTheSpeaker() {
        var known = List.of("欧阳若曦", "东风街道社区", "13912345678");
        var redacted =
                Redaction.of(
                        "我是欧阳若曦，东风街道社区的，电话139 1234 5678，邮箱ouyang@example.org，微信号：oyrx_1988，"
                                + "身份证11010519491231002X，办公电话0531-12345678。该校展厅去年已获同名称号。",
                        known);
        assertThat(redacted)
                .doesNotContain("欧阳若曦", "东风街道", "139", "example", "oyrx", "110105", "0531")
                .contains("反映人", "该校展厅去年已获同名称号。");
        assertThat(Redaction.betrays(redacted, known)).isFalse();
        assertThat(Redaction.betrays("是欧阳若曦说的", known)).isTrue();
    }

    @Test
    void whatIsLockedCanOnlyBeReadWithTheSecretOfTheInstallation() {
        var vault = new Vault(new InstallationSecret("x".repeat(32)));
        var locked = vault.lock("欧阳若曦".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(vault.unlock(locked), StandardCharsets.UTF_8)).isEqualTo("欧阳若曦");
        assertThat(vault.lock("欧阳若曦".getBytes(StandardCharsets.UTF_8))).isNotEqualTo(locked);
        var other = new Vault(new InstallationSecret("y".repeat(32)));
        assertThatThrownBy(() -> other.unlock(locked)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new InstallationSecret("short"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalDate day(int ofFebruary) {
        return LocalDate.of(2026, 2, ofFebruary);
    }
}
