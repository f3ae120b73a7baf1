package cn.sihong.submission.attachments;

/** What a form may ask for: each kind with its own limit (design.md §8). */
public enum Kind {
    PICTURE("图片", 10),
    VIDEO("视频", 100),
    DOCUMENT("文档", 20);

    private final String chinese;
    private final int megabytes;

    Kind(String chinese, int megabytes) {
        this.chinese = chinese;
        this.megabytes = megabytes;
    }

    String chinese() {
        return chinese;
    }

    int megabytes() {
        return megabytes;
    }

    /** In bytes. */
    long most() {
        return megabytes * 1024L * 1024;
    }
}
