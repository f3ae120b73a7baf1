package cn.sihong.award.archive;

import cn.sihong.platform.problem.Refusal;

/** Before its decision a programme has nothing to keep. */
class NothingToArchive extends Refusal {
    private static final long serialVersionUID = 1;

    NothingToArchive() {
        super(Kind.CONFLICT, "nothing-to-archive", "决定印发之后才能归档；请先办完表彰（通报）。");
    }
}
