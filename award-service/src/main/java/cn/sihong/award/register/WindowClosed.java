package cn.sihong.award.register;

import cn.sihong.platform.problem.Refusal;

class WindowClosed extends Refusal {
    private static final long serialVersionUID = 1;

    WindowClosed(Stage stage, Programme.Window window) {
        super(
                Kind.CONFLICT,
                "window-closed",
                "%s阶段为 %s 至 %s，现在不能办理；如需调整，请在方案中修改时间。"
                        .formatted(stage.word(), window.opensOn(), window.closesOn()));
    }

    WindowClosed() {
        super(Kind.CONFLICT, "window-closed", "方案已经结束，不能再办理。");
    }
}
