package cn.sihong.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.platform.access.AccessTable;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.test.RightsMatrix;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.stream.Stream;

@SihongTest
class SubmissionServiceTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired AccessTable access;
    @Autowired Organisations organisations;
    @Autowired Seats seats;
    @Autowired Programmes programmes;
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TestFactory
    Stream<DynamicTest> eachRoleMayWhatTheTableSays() {
        return new RightsMatrix(mvc, access).tests();
    }

    @Test
    void noHandlerIsForgottenInTheTable() {
        assertThat(new RightsMatrix(mvc, access).forgotten(requestMappingHandlerMapping)).isEmpty();
    }

    @Test
    void aTownStands() {
        var town = Town.in(jdbc);
        assertThat(organisations.get(town.school().id())).isEqualTo(town.school());
        assertThat(organisations.schoolsOf(town.street().id()))
                .containsExactlyInAnyOrder(town.school(), town.neighbour());
        assertThat(organisations.schoolsOf(town.directUnit().id()))
                .containsExactly(town.directUnit());
        var secretary = town.secretary().actor();
        assertThat(seats.mustHold(secretary, town.school().id(), Role.SCHOOL_SECRETARY))
                .isEqualTo(Role.SCHOOL_SECRETARY);
        assertThatThrownBy(() ->
                        seats.mustHold(secretary, town.neighbour().id(), Role.SCHOOL_SECRETARY))
                .isInstanceOf(NotYourUnit.class);
    }

    @Test
    void aPublishedProgrammeIsReadAsItWasWritten() {
        var published = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen());
        assertThat(programmes.published(published.id())).isEqualTo(published);
    }
}
