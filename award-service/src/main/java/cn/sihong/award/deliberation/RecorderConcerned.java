package cn.sihong.award.deliberation;

import cn.sihong.platform.problem.Refusal;

/** Whoever records or releases has a stake in what is decided. */
class RecorderConcerned extends Refusal {
    private static final long serialVersionUID = 1;

    RecorderConcerned() {
        super(Kind.FORBIDDEN, "recorder-concerned", "您在参评学校或其主管单位任职，应当回避，请由其他党组成员办理。");
    }
}
