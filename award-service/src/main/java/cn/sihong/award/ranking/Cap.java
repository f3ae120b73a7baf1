package cn.sihong.award.ranking;

/** A limit within a quota that passed somebody over (research.md §4, 名额). */
public enum Cap {
    PER_SCHOOL("同一学校在本类别的入选项数已达上限"),
    HEADS("校领导在本类别的入选比例已达上限"),
    KINDERGARTENS("余下的名额留给幼儿园");

    private final String sentence;

    Cap(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
