package cn.sihong.submission.organisations;

import cn.sihong.platform.problem.Refusal;

/** Keycloak does not answer. */
class SignInAway extends Refusal {
    private static final long serialVersionUID = 1;

    /**
     * @param outcome what was not done for it
     */
    SignInAway(String outcome) {
        super(Kind.UNAVAILABLE, "unavailable", "统一登录暂时无法访问，%s，请稍后重试。".formatted(outcome));
    }
}
