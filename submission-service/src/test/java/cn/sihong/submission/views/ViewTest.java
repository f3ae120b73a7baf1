package cn.sihong.submission.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.platform.problem.InvalidInput;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

class ViewTest {

    private static View named(String page, String name) {
        return new View(UUID.randomUUID(), page, name, "finding=OPEN");
    }

    @Test
    void twoViewsOfAPageAreNotNamedAlikeAndTwoOfTwoPagesMayBe() {
        var kept = List.of(named("/findings", "待整改"));

        assertThatThrownBy(() -> named("/findings", "待整改").mustFitAmong(kept))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .extracting("field")
                                        .containsExactly("name"));
        assertThatCode(() -> named("/applications", "待整改").mustFitAmong(kept))
                .doesNotThrowAnyException();
        assertThatCode(() -> named("/findings", "已办结").mustFitAmong(kept))
                .doesNotThrowAnyException();
    }

    @Test
    void aViewIsNotInItsOwnWay() {
        var all =
                IntStream.range(0, View.MOST).mapToObj(i -> named("/findings", "视图" + i)).toList();

        assertThatCode(() -> all.getFirst().mustFitAmong(all)).doesNotThrowAnyException();
        assertThatThrownBy(() -> named("/applications", "又一个").mustFitAmong(all))
                .isInstanceOf(TooManyViews.class)
                .hasMessageContaining("50");
    }
}
