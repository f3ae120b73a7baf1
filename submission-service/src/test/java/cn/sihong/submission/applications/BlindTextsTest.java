package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.FORM;
import static cn.sihong.submission.applications.Samples.with;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.contracts.ApplicationEvent.BlindText;

import org.junit.jupiter.api.Test;

import java.util.List;

class BlindTextsTest {

    @Test
    void onlyTheTextsThatTheFormMarksAreRead() {
        assertThat(blind("师生共同整理校史。")).containsExactly(new BlindText("deeds", "主要做法", "师生共同整理校史。"));
    }

    @Test
    void whoeverIsNamedOnTheFormIsStruckHoweverOneSpeaksOfThem() {
        assertThat(blind("王小红带头，欧阳娜娜协助；王老师和欧阳老师每周备课，赵明同志负责设备。"))
                .extracting(BlindText::text)
                .containsExactly("某某带头，某某协助；某某和某某每周备课，某某同志负责设备。");
    }

    @Test
    void theSchoolAndItsUnitAreStruck() {
        assertThat(blind("育英小学在城关教育中心支持下开设。"))
                .extracting(BlindText::text)
                .containsExactly("本校在本校支持下开设。");
    }

    @Test
    void aNamelessFormStrikesNothing() {
        var nameless = with("lecturers", "\"\"");
        assertThat(new BlindTexts(FORM, nameless).without(List.of()))
                .extracting(BlindText::text)
                .containsExactly("师生共同整理校史。");
    }

    private static List<BlindText> blind(String deeds) {
        return new BlindTexts(FORM, with("deeds", "\"%s\"".formatted(deeds)))
                .without(List.of("育英小学", "城关教育中心"));
    }
}
