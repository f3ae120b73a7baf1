package cn.sihong.review;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.platform.access.AccessTable;
import cn.sihong.platform.audit.NamesOfThings;
import cn.sihong.platform.test.AppendOnly;
import cn.sihong.platform.test.ForgedTokens;
import cn.sihong.platform.test.GoldenInterface;
import cn.sihong.platform.test.HouseRules;
import cn.sihong.platform.test.NameQueries;
import cn.sihong.platform.test.RightsMatrix;
import cn.sihong.platform.test.SihongTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.stream.Stream;

@SihongTest
class ReviewServiceTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired AccessTable access;
    @Autowired NamesOfThings names;
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void theHouseRulesHold() {
        HouseRules.verify(
                ReviewService.class,
                "ballots.Boxes",
                "findings.Sources",
                "mutualreview.Rounds",
                "rubrics.Rubrics",
                "scoresheets.ScoreSheets",
                "supervision.Visits");
    }

    @Test
    void theInterfaceIsTheOnePromised() throws Exception {
        GoldenInterface.verify(mvc, "review");
    }

    @TestFactory
    Stream<DynamicTest> eachRoleMayWhatTheTableSays() {
        return new RightsMatrix(mvc, access).tests();
    }

    @TestFactory
    Stream<DynamicTest> aForgedTokenIsRefusedEverywhere() {
        return new ForgedTokens(mvc, access).tests();
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenForeverCannotBeRewritten() {
        return new AppendOnly(
                        jdbc,
                        "ledger_entries",
                        "field_records",
                        "finding_steps",
                        "conflict_declarations",
                        "frozen_assessments")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> whatSomebodyDidIsFoundByItsName() {
        return new NameQueries(jdbc, names).tests();
    }

    @Test
    void noHandlerIsForgottenInTheTable() {
        assertThat(new RightsMatrix(mvc, access).forgotten(requestMappingHandlerMapping)).isEmpty();
    }
}
