package cn.sihong.award.honours;

import cn.sihong.award.register.Bureau;
import cn.sihong.award.register.Programmes;
import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.SelectionLifecycle;

import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/**
 * The papers of a decision: its text to be filed and sent, and the list for whoever makes plaques.
 */
@Component
public class DecisionPapers {

    private static final String PLAQUE_SIZE = "400×600 mm";

    private final Commendations commendations;
    private final Honours honours;
    private final Programmes programmes;
    private final SelectionLifecycle selections;
    private final Bureau bureau;
    private final OfficialPdf pdf;
    private final OfficialDocx docx;

    DecisionPapers(
            Commendations commendations,
            Honours honours,
            Programmes programmes,
            SelectionLifecycle selections,
            Bureau bureau,
            OfficialPdf pdf,
            OfficialDocx docx) {
        this.commendations = commendations;
        this.honours = honours;
        this.programmes = programmes;
        this.selections = selections;
        this.bureau = bureau;
        this.pdf = pdf;
        this.docx = docx;
    }

    /** A file and its name. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    public record Paper(String name, byte[] bytes) {}

    @Transactional(readOnly = true)
    public Paper pdf(UUID commendation) {
        var text = text(commendation);
        return new Paper(text.number() + ".pdf", pdf.print(text));
    }

    @Transactional(readOnly = true)
    public Paper docx(UUID commendation) {
        var text = text(commendation);
        return new Paper(text.number() + ".docx", docx.write(text));
    }

    /** What a workshop has to engrave; only where plaques may be given (invariant 23). */
    @Transactional(readOnly = true)
    public Paper plaques(UUID id) {
        var commendation = commendations.find(id).orElseThrow(NoSuchCommendation::new);
        var programme = programmes.get(commendation.programmeId());
        if (!programme.mode().commends()) throw new NoPlaques();
        return new Paper(
                "牌匾制作清单.xlsx", workbook(honours.of(id), commendation, programme.demonstration()));
    }

    private OfficialDocument text(UUID id) {
        var commendation = commendations.find(id).orElseThrow(NoSuchCommendation::new);
        return DecisionText.of(
                commendation,
                programmes.get(commendation.programmeId()),
                honours.of(id),
                hashOf(commendation),
                bureau);
    }

    private String hashOf(Commendation commendation) {
        return switch (selections.get(new Selection.Id(commendation.selectionId()))) {
            case Selection.Commended(_, var seal, _) -> seal.packageHash();
            case Selection other ->
                    throw new IllegalStateException("commended, but " + other.state());
        };
    }

    private byte[] workbook(List<Honour> list, Commendation commendation, boolean sample) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Sihong", "1.0")) {
            var sheet = workbook.newWorksheet("牌匾制作清单");
            sheet.freezePane(0, 1);
            var head = List.of("序号", "牌匾文字", "名称", "单位", "颁发机关", "颁发日期", "规格", "证书编号", "备注");
            for (int column = 0; column < head.size(); column++) {
                sheet.value(0, column, head.get(column));
                sheet.style(0, column).bold().fillColor("F3E9DC").set();
                sheet.width(column, column == 2 || column == 3 ? 28 : 16);
            }
            int row = 1;
            for (var honour : list) {
                if (!(honour instanceof Honour.Valid valid)) continue;
                var entry = valid.entry();
                sheet.value(row, 0, row);
                sheet.value(row, 1, entry.categoryName());
                sheet.value(row, 2, entry.title());
                sheet.value(row, 3, entry.schoolName());
                sheet.value(row, 4, bureau.name());
                sheet.value(row, 5, ChineseDate.of(commendation.issuedOn()));
                sheet.value(row, 6, PLAQUE_SIZE);
                sheet.value(row, 7, valid.certificate().number());
                sheet.value(row, 8, sample ? "样章/演示，不得制作" : "");
                row++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
