package cn.sihong.platform.workbook;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** The workbook is refused whole; nothing of it was taken. */
public final class InvalidWorkbook extends Refusal {
    private static final long serialVersionUID = 1;

    /** More than this nobody reads; the sentence tells how many there are. */
    private static final int SHOWN = 500;

    public InvalidWorkbook(List<Fault> faults) {
        super(
                Kind.INVALID,
                "invalid-workbook",
                "文件中有 %d 处需要修改，整份没有导入；请按提示改正后重新上传。".formatted(faults.size()),
                faults.stream()
                        .limit(SHOWN)
                        .map(fault -> new FieldError(fault.place(), fault.message()))
                        .toList());
    }

    InvalidWorkbook(String sentence) {
        super(Kind.INVALID, "invalid-workbook", sentence);
    }
}
