package cn.sihong.submission.batches;

import cn.sihong.platform.problem.Refusal;

/**
 * A direct unit screens its own applications, so the bureau looks again before it receives them.
 */
class SecondCheckMissing extends Refusal {
    private static final long serialVersionUID = 1;

    SecondCheckMissing() {
        super(Kind.CONFLICT, "second-check-missing", "直属单位自行审核的批次须先由党建办复核，复核后才能接收。");
    }
}
