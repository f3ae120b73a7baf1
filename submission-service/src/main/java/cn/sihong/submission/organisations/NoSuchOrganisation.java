package cn.sihong.submission.organisations;

import cn.sihong.platform.problem.Refusal;

/** No organisation has this id. */
public class NoSuchOrganisation extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchOrganisation() {
        super(Kind.NOT_FOUND, "no-such-organisation", "没有这个单位；请从单位列表重新选择。");
    }
}
