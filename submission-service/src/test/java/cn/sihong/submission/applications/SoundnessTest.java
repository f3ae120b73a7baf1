package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.FORM;
import static cn.sihong.submission.applications.Samples.JSON;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundnessTest {

    @Test
    void aSoundFormIsTaken() {
        assertThatNoException().isThrownBy(() -> Soundness.check(FORM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"label\":\"时长\"|\"label\":\"课题\"|同一内容不能问两次",
                "\"key\":\"minutes\"|\"key\":\"deeds\"|栏目代号重复",
                "\"key\":\"minutes\"|\"key\":\"Minutes!\"|小写字母开头",
                "\"min\":1,\"max\":180|\"min\":200,\"max\":180|最小值不能大于最大值",
                "\"key\":\"title\"|\"key\":\"name\"|缺少必填的“名称”栏",
                "\"value\":\"BUILT\"|\"value\":\"BOUGHT\"|缺少必填的“推荐或打造”栏",
                "\"value\":\"ROOM\"|\"value\":\"HALL\"|代号不能重复",
                "\"field\":\"audience\"|\"field\":\"deeds\"|应排在它前面",
                "\"criteria\":[\"aims\",\"works\"]|\"criteria\":[\"beauty\"]|不在自评指标之内",
                "\"max\":1500|\"max\":5001|字数上限",
                "\"minutes\":20|\"minutes\":241|240 分钟之间"
            })
    void aFormThatCannotBeUsedIsRefusedWithItsReason(String sound, String broken, String reason) {
        var text = JSON.writeValueAsString(FORM);
        assertThat(text).contains(sound);
        var form = JSON.readValue(text.replace(sound, broken), Form.class);
        var refused = catchThrowableOfType(InvalidInput.class, () -> Soundness.check(form));
        assertThat(refused.errors())
                .extracting(FieldError::message)
                .anySatisfy(message -> assertThat(message).contains(reason));
    }
}
