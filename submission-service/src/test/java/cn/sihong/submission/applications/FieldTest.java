package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.FORM;
import static cn.sihong.submission.applications.Samples.PHOTO;
import static cn.sihong.submission.applications.Samples.complete;
import static cn.sihong.submission.applications.Samples.empty;
import static cn.sihong.submission.applications.Samples.read;
import static cn.sihong.submission.applications.Samples.titled;
import static cn.sihong.submission.applications.Samples.with;
import static cn.sihong.submission.applications.Samples.without;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.platform.problem.Refusal.FieldError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What each kind of field takes and what it refuses, in a draft and in a submission. */
class FieldTest {

    @Test
    void aDraftMayBeEmptyAndACompleteFormHasNoFault() {
        assertThat(kept(empty())).isEmpty();
        assertThat(kept(complete())).isEmpty();
        assertThat(submitted(complete())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷", "𬱟", "字", "ā", "👩‍🏫"})
    void aTextIsCountedAsPeopleCount(String character) {
        int each = character.codePointCount(0, character.length());
        assertThat(kept(titled(character.repeat(25 / each)))).isEmpty();
        assertThat(kept(titled(character.repeat(25 / each) + "字".repeat(25 % each + 1))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).startsWith("最多 25 个字，现有 26 个字"));
    }

    @Test
    void lineEndsCountOnceWhicheverSystemWroteThem() {
        var lines = "十个字一行十个字一行\r\n".repeat(136) + "字字字字";
        assertThat(kept(with("deeds", jsonText(lines)))).isEmpty();
        assertThat(kept(with("deeds", jsonText(lines + "字")))).hasSize(1);
    }

    @Test
    void aNameOfFourCharactersFits() {
        assertThat(kept(titled("欧阳娜娜"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"张\u0000三", "张\u202E三", "张\u2066三", "张\uD800三", "张\u0007三"})
    void aTextThatCouldReadAsAnotherIsRefused(String title) {
        assertThat(kept(titled(title)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("控制字符"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"联系13812345678", "证号11010519491231002X"})
    void personalNumbersAreRefused(String title) {
        assertThat(kept(titled(title)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("疑似含有"));
    }

    @Test
    void tenMegabytesOfTextAreTooMuchAndSaidSo() {
        assertThat(kept(titled("字".repeat(3_500_000))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("现有 3500000 个字"));
    }

    @Test
    void whiteSpaceAroundATextIsNobodysAnswer() {
        assertThat(read("{\"title\":\"　 \",\"summary\":\" 一 \"}"))
                .isEqualTo(read("{\"summary\":\"一\",\"deeds\":null,\"items\":[]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title|7",
                "title|{\"a\":1}",
                "origin|\"OTHER\"",
                "origin|[\"BUILT\"]",
                "rooms|\"HALL\"",
                "rooms|[\"HALL\",\"HALL\"]",
                "rooms|[\"CELLAR\"]",
                "minutes|0",
                "minutes|181",
                "minutes|40.5",
                "minutes|\"40\"",
                "minutes|99999999999999999999",
                "heldOn|\"2026-02-30\"",
                "heldOn|20260201",
                "since|\"2025-13\"",
                "since|\"2025\"",
                "media|\"true\"",
                "items|{\"item\":\"班会\"}",
                "items|[1]",
                "items|[{\"other\":\"班会\"}]",
                "items|[{\"item\":\"一二三四五六七八九十零\"}]",
                "items|[{\"item\":\"一\"},{\"item\":\"二\"},{\"item\":\"三\"},{\"item\":\"四\"}]",
                "selfScore|[8000]",
                "selfScore|{\"aims\":8500,\"works\":0}",
                "selfScore|{\"aims\":-500,\"works\":0}",
                "selfScore|{\"aims\":7999,\"works\":0}",
                "selfScore|{\"aims\":8000,\"works\":0,\"more\":0}",
                "evidence|\"photo\"",
                "evidence|[{\"attachment\":\"not-an-id\"}]",
                "evidence|[{\"caption\":\"没有附件\"}]",
                "schoolNotice|\"公示过\"",
                "schoolNotice|{\"from\":\"十月一日\"}",
                "schoolNotice|{\"place\":7}",
                "schoolNotice|{\"until\":\"2026-10-01\"}",
                "consentReview|\"同意\"",
                "nobodyAsks|\"这个\""
            })
    void whatNoPageOfOursWouldSendIsRefusedEvenInADraft(String key, String answer) {
        assertThat(kept(with(key, answer))).hasSize(1);
    }

    @Test
    void aConditionalQuestionIsPutAndAnsweredOnlyWhenItsConditionHolds() {
        assertThat(submitted(without("studentForm")))
                .extracting(FieldError::field)
                .containsExactly("content.studentForm");
        var forTeachers = with("audience", "\"TEACHER\"");
        assertThat(submitted(forTeachers)).isEmpty();
        assertThat(kept(forTeachers)).isEmpty();
        assertThat(FORM.submitted(forTeachers).has("studentForm")).isFalse();
        assertThat(FORM.submitted(complete())).isEqualTo(complete());
    }

    @Test
    void aMissingScoreIsNotZero() {
        assertThat(kept(with("selfScore", "{\"aims\":0}"))).isEmpty();
        assertThat(submitted(with("selfScore", "{\"aims\":0}")))
                .extracting(FieldError::field)
                .containsExactly("content.selfScore.works");
    }

    @Test
    void aRowIsCheckedCellByCell() {
        assertThat(submitted(with("items", "[{\"item\":\"班会\"},{\"by\":\"赵明\"}]")))
                .extracting(FieldError::field)
                .containsExactly("content.items[1].item");
    }

    @Test
    void onePieceOfEvidenceSpeaksForManyCriteriaAndIsSentOnce() {
        var piece = "{\"attachment\":\"%s\",\"criteria\":[\"aims\",\"works\"]}".formatted(PHOTO);
        assertThat(kept(with("evidence", "[%s]".formatted(piece)))).isEmpty();
        assertThat(kept(with("evidence", "[%s,%s]".formatted(piece, piece))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("只需上传一次"));
        assertThat(kept(with("evidence", "[%s]".formatted(piece.replace("works", "beauty")))))
                .hasSize(1);
        assertThat(kept(with("evidence", pieces(3)))).hasSize(1);
        assertThat(FORM.attachments(complete()))
                .containsExactly(Map.entry("evidence", Set.of(UUID.fromString(PHOTO))));
    }

    @Test
    void whatNeedNotBeAgreedToMayBeRefusedAndWhatMustMayNot() {
        assertThat(submitted(with("consentShow", "false"))).isEmpty();
        assertThat(submitted(without("consentShow"))).isEmpty();
        assertThat(kept(with("consentReview", "false"))).isEmpty();
        assertThat(submitted(with("consentReview", "false")))
                .extracting(FieldError::field)
                .containsExactly("content.consentReview");
    }

    private static String pieces(int n) {
        var one = "{\"attachment\":\"%s\"}";
        return "["
                + String.join(
                        ",",
                        java.util.stream.Stream.generate(() -> one.formatted(UUID.randomUUID()))
                                .limit(n)
                                .toList())
                + "]";
    }

    private static String jsonText(String text) {
        return Samples.JSON.writeValueAsString(text);
    }

    private static List<FieldError> kept(Content content) {
        return FORM.faults(content, false).toList();
    }

    private static List<FieldError> submitted(Content content) {
        return FORM.faults(content, true).toList();
    }
}
