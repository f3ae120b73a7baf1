package cn.sihong.award.honours;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** The typeface lacks a character: better no certificate than one with a hole in a name. */
class Unprintable extends Refusal {
    private static final long serialVersionUID = 1;

    Unprintable(List<FieldError> errors) {
        super(
                Kind.INVALID,
                "unprintable-name",
                "有 %d 处文字含有证书字体没有的字，暂不能发证；请与学校核对用字，或联系系统管理员更换字体。".formatted(errors.size()),
                errors);
    }
}
