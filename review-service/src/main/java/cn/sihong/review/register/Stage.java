package cn.sihong.review.register;

import java.util.Arrays;
import java.util.Optional;

/** The stages of a programme in which others judge. */
public enum Stage {
    MUTUAL_REVIEW("互查互评"),
    APPRAISAL("党员群众评议"),
    ACCEPTANCE("现场考核验收");

    private final String chinese;

    Stage(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** The stage of this wire name; a programme has other stages, which are none of ours. */
    static Optional<Stage> of(String wireName) {
        return Arrays.stream(values()).filter(stage -> stage.name().equals(wireName)).findFirst();
    }
}
