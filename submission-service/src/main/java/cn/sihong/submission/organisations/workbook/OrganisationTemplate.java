package cn.sihong.submission.organisations.workbook;

import cn.sihong.platform.workbook.WorkbookWriter;

import org.dhatim.fastexcel.Worksheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** An empty workbook to fill in, with the words that may be chosen. */
public final class OrganisationTemplate {

    private static final int LAST_ROW = 30_000;

    private OrganisationTemplate() {}

    /** Writes the template; the lists say what may stand in these columns. */
    public static void write(
            OutputStream out,
            List<String> kinds,
            List<String> phases,
            List<String> posts,
            List<String> partyTypes)
            throws IOException {
        try (var workbook = WorkbookWriter.workbook(out)) {
            var words = workbook.newWorksheet("可选项");
            column(words, 0, "类型", kinds);
            column(words, 1, "学段", phases);
            column(words, 2, "岗位", posts);
            column(words, 3, "党组织类型", partyTypes);
            var organisations = WorkbookWriter.sheet(workbook, OrganisationSheets.ORGANISATIONS);
            choice(organisations, words, 2, 0, kinds.size());
            choice(organisations, words, 3, 1, phases.size());
            var people = WorkbookWriter.sheet(workbook, OrganisationSheets.PEOPLE);
            choice(people, words, 3, 2, posts.size());
            var party = WorkbookWriter.sheet(workbook, OrganisationSheets.PARTY);
            choice(party, words, 2, 3, partyTypes.size());
            workbook.setActiveTab(1);
        }
    }

    private static void column(Worksheet sheet, int column, String heading, List<String> words) {
        sheet.value(0, column, heading);
        for (int i = 0; i < words.size(); i++) sheet.value(i + 1, column, words.get(i));
    }

    private static void choice(Worksheet sheet, Worksheet words, int column, int from, int count) {
        sheet.range(1, column, LAST_ROW, column)
                .validateWithList(words.range(1, from, count, from))
                .allowBlank(true);
    }
}
