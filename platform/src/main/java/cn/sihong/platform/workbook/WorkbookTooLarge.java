package cn.sihong.platform.workbook;

import cn.sihong.platform.problem.Refusal;

/** Nobody's list is that big. */
final class WorkbookTooLarge extends Refusal {
    private static final long serialVersionUID = 1;

    WorkbookTooLarge() {
        super(Kind.TOO_LARGE, "too-large", "文件超过 20 MB，没有导入；请使用下载的模板，删除图片和多余的表后重试。");
    }
}
