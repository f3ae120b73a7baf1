package cn.sihong.review.scoresheets;

/** How far a round's sheets are. */
public record Progress(int sheets, int locked) {

    public int missing() {
        return sheets - locked;
    }
}
