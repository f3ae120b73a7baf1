package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** A document that does something when it is opened, or is made to be unpacked without end. */
class UnsafeFile extends Refusal {
    private static final long serialVersionUID = 1;

    /**
     * What is in it that should not be.
     *
     * @param what named for the person who has to take it out, {@code 宏}
     */
    UnsafeFile(String what) {
        super(Kind.INVALID, "unsafe-file", "文件中含有%s，没有接收；请去掉后另存一份再上传，或改为上传 PDF。".formatted(what));
    }
}
