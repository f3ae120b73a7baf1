package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** Somebody on the list was taken back by its school; the list has to be decided anew. */
class WinnerWithdrawn extends Refusal {
    private static final long serialVersionUID = 1;

    WinnerWithdrawn(List<String> titles) {
        super(
                Kind.CONFLICT,
                "winner-withdrawn",
                "名单中的“%s”已撤回申报；请先由会议表决退出并递补，再继续办理。".formatted(String.join("”“", titles)));
    }
}
