package cn.sihong.submission.organisations;

import cn.sihong.platform.problem.Refusal;

/** Keycloak does not answer. */
class SignInAway extends Refusal {
    private static final long serialVersionUID = 1;

    SignInAway() {
        super(Kind.UNAVAILABLE, "unavailable", "统一登录暂时无法访问，首次密码没有生成，请稍后重试。");
    }
}
