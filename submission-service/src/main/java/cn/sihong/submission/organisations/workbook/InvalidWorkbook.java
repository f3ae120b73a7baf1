package cn.sihong.submission.organisations.workbook;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** The workbook is refused whole; nothing of it was taken. */
public class InvalidWorkbook extends Refusal {
    private static final long serialVersionUID = 1;

    /** More than this nobody reads; the sentence tells how many there are. */
    private static final int SHOWN = 500;

    private final transient List<Fault> faults;

    public InvalidWorkbook(List<Fault> faults) {
        super(
                Kind.INVALID,
                "invalid-workbook",
                "文件中有 %d 处需要修改，整份没有导入；请按提示改正后重新上传。".formatted(faults.size()));
        this.faults = faults.stream().limit(SHOWN).toList();
    }

    InvalidWorkbook(String sentence) {
        super(Kind.INVALID, "invalid-workbook", sentence);
        this.faults = List.of();
    }

    public List<Fault> faults() {
        return faults;
    }
}
