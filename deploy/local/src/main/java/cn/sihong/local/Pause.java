package cn.sihong.local;

/** The beat at which the outside world is looked at again. */
final class Pause {

    private Pause() {}

    static void briefly() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("启动被中断。", e);
        }
    }
}
