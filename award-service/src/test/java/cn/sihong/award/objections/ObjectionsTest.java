package cn.sihong.award.objections;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.award.Scene;
import cn.sihong.award.objections.Objection.Accepted;
import cn.sihong.award.objections.Objection.Decision;
import cn.sihong.award.objections.Objection.Entry;
import cn.sihong.award.objections.Objection.Matter;
import cn.sihong.award.objections.Objection.Registered;
import cn.sihong.award.objections.Objection.Report;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.test.SihongTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.UUID;

@SihongTest
class ObjectionsTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Objections objections;
    @Autowired CalendarDays calendar;

    private Scene scene;

    @Test
    void everyStateIsReadAsItWasWritten() {
        scene = new Scene(mvc, jdbc, transaction, "APPROVED");
        var notice = scene.notice(Scene.TODAY, Scene.TODAY.plusDays(9));
        var days = scene.inside(calendar::workingDays);

        var unsealed = registered(notice, false);
        kept(kept(unsealed.completed()).turnDown("没有可以核实的事实。", Scene.TODAY));

        Accepted accepted = kept(registered(notice, true).accept("展厅在申报期后才建成。", Scene.TODAY, days));
        Accepted extended = kept(accepted.extend(5, "需要调取施工资料。", Scene.TODAY, days));
        var report = new Report("施工合同日期在申报截止之后。", true, Scene.TODAY);
        kept(kept(extended.report(report)).decide(new Decision(true, "反映属实。", Scene.TODAY)));
    }

    private Registered registered(UUID notice, boolean complete) {
        var sample =
                Samples.registered(Scene.TODAY, scene.inside(calendar::workingDays), complete)
                        .entry();
        var registered =
                new Registered(
                        new Entry(
                                sample.id(),
                                "测-" + sample.id().value(),
                                sample.kind(),
                                sample.voice(),
                                new Matter(
                                        notice,
                                        scene.selection,
                                        scene.programme,
                                        scene.applications.getFirst(),
                                        "星火展厅",
                                        scene.schools.getFirst(),
                                        "实验小学",
                                        scene.unit),
                                sample.redacted(),
                                sample.receivedOn(),
                                sample.acceptBy(),
                                1),
                        complete);
        scene.inside(() -> {
            objections.add(registered, "a".repeat(16));
            return true;
        });
        same(registered);
        return registered;
    }

    private <O extends Objection> O kept(O objection) {
        scene.inside(() -> {
            objections.save(objection);
            return true;
        });
        same(objection);
        return objection;
    }

    private void same(Objection objection) {
        assertThat(scene.inside(() -> objections.find(objection.entry().id()).orElseThrow()))
                .isEqualTo(objection);
    }
}
