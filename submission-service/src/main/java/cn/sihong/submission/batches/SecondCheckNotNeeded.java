package cn.sihong.submission.batches;

import cn.sihong.platform.problem.Refusal;

/** A street centre screens for its schools, and for itself nothing. */
class SecondCheckNotNeeded extends Refusal {
    private static final long serialVersionUID = 1;

    SecondCheckNotNeeded() {
        super(Kind.CONFLICT, "second-check-not-needed", "街道教育中心报送的批次不需要复核，可以直接接收。");
    }
}
