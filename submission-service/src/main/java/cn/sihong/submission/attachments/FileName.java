package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.TextFaults;

/** What a file may be called. */
final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    /** The name without the folders some browsers send along; refuses one that deceives. */
    static String bare(String name) {
        var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        TextFaults.find(bare, 1, LONGEST)
                .ifPresent(fault -> {
                    throw new InvalidInput("name", "文件名：" + fault);
                });
        return bare.strip();
    }
}
