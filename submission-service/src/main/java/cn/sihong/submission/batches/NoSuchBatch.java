package cn.sihong.submission.batches;

import cn.sihong.platform.problem.Refusal;

/** No batch of this id, or none that the caller may know of. */
class NoSuchBatch extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchBatch() {
        super(Kind.NOT_FOUND, "no-such-batch", "没有找到这个报送批次，或它不属于您所在的单位；请从批次列表重新打开。");
    }
}
