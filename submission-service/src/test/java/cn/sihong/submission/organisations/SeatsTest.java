package cn.sihong.submission.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.test.SihongTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SihongTest
class SeatsTest {

    @Autowired JdbcClient jdbc;
    @Autowired Organisations organisations;
    @Autowired Seats seats;

    @Test
    void aUnitKnowsItsSchoolsAndASeatIsOfOneOrganisation() {
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
}
