package cn.sihong.submission.plans;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.submission.plans.Comparison.Kind;
import cn.sihong.submission.plans.Comparison.Piece;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

class ComparisonTest {

    @Test
    void aClauseThatWasExchangedIsShownInItsPlace() {
        assertThat(Comparison.pieces("每月学习一次，全年党课六次，形成制度。", "每月学习一次，全年党课十次，形成制度。"))
                .containsExactly(
                        new Piece(Kind.KEPT, "每月学习一次，"),
                        new Piece(Kind.REMOVED, "全年党课六次，"),
                        new Piece(Kind.ADDED, "全年党课十次，"),
                        new Piece(Kind.KEPT, "形成制度。"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '新写的。'",
        "'原有的。', ''",
        "'一，二，三。', '三。二，一，'",
        "'同一句，同一句，', '同一句，'",
        "'第一行\n第二行\n', '第二行\n第三行\n'"
    })
    void bothTextsCanBePutTogetherFromThePieces(String before, String after) {
        var pieces = Comparison.pieces(before, after);
        assertThat(without(Kind.ADDED, pieces)).isEqualTo(before);
        assertThat(without(Kind.REMOVED, pieces)).isEqualTo(after);
    }

    private static String without(Kind kind, java.util.List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
