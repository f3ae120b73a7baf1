package cn.sihong.award.register;

/** The stages of a programme that something here waits for. */
public enum Stage {
    ACCEPTANCE("现场验收"),
    SELECTION("评选"),
    NOTICE("公示"),
    COMMENDATION("表彰");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
