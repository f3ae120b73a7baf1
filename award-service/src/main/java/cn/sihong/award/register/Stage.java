package cn.sihong.award.register;

/** The stages of a programme in which something is decided here. */
public enum Stage {
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
