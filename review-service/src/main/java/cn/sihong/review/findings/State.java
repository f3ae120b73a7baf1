package cn.sihong.review.findings;

/** What a state is called: in the table and on the wire by its name, to people in Chinese. */
enum State {
    OPEN("待整改"),
    ANSWERED("待核实"),
    VERIFIED("待销号"),
    CLOSING("待第二人销号"),
    CLOSED("已销号"),
    REOPENED("重新整改");

    private final String chinese;

    State(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    static State of(Finding finding) {
        return switch (finding) {
            case Finding.Open _ -> OPEN;
            case Finding.Answered _ -> ANSWERED;
            case Finding.Verified _ -> VERIFIED;
            case Finding.Closing _ -> CLOSING;
            case Finding.Closed _ -> CLOSED;
            case Finding.Reopened _ -> REOPENED;
        };
    }
}
