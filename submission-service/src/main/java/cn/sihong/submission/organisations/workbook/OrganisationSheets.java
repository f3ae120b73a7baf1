package cn.sihong.submission.organisations.workbook;

import cn.sihong.platform.workbook.Layout;

import java.util.List;

/** The sheets of the workbook of organisations. */
public final class OrganisationSheets {

    public static final Layout ORGANISATIONS = Layout.of("单位", "编码", "名称", "类型", "学段", "上级编码");

    public static final Layout PEOPLE = Layout.of("人员", "用户名", "姓名", "单位编码", "岗位");

    /** Older workbooks have none. */
    public static final Layout PARTY =
            new Layout("党组织", List.of("编码", "名称", "类型", "上级编码", "书记用户名", "覆盖单位编码"), true);

    public static final List<Layout> ALL = List.of(ORGANISATIONS, PEOPLE, PARTY);

    private OrganisationSheets() {}
}
