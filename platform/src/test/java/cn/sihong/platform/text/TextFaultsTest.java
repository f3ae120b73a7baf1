package cn.sihong.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFaultsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请联系13912345678",
                "tel13912345678",
                "139-1234-5678",
                "身份证 53010219900307123X",
                "id530102199003071234x"
            })
    void aPersonsNumberIsNoticedWhereverItStands(String text) {
        assertThat(TextFaults.find(text, 1, 100)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0e1f7c52-6d1a-4b3c-9a13-a13912345678",
                "副本 4bfd1391-2345-4678-8aaa-bbbbbbbbbbbb",
                "校验值bf0e8e8afd36c15561748618bc6c6fcd26d1b8bcaef9c13912345678bc6c6fcd，可查",
                "文号〔2026〕12345 号",
                "1391234567"
            })
    void anIdOfOursIsNobodysNumber(String text) {
        assertThat(TextFaults.find(text, 1, 100)).isEmpty();
    }

    @Test
    void aTextIsCountedAsPeopleCount() {
        assertThat(TextFaults.length("一二\r\n三")).isEqualTo(4);
    }
}
