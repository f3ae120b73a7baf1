package cn.sihong.submission.organisations;

import static cn.sihong.platform.keycloak.Role.ARCHIVIST;
import static cn.sihong.platform.keycloak.Role.AUDITOR;
import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.SYS_ADMIN;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.reach.Reaches;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bureau's people see all rows, others those of the organisations they sit in. */
@Configuration
class ReachConfiguration {

    @Bean
    Reaches reaches(Seats seats) {
        return actor ->
                actor.isAny(
                                PARTY_OFFICE,
                                PARTY_GROUP_MEMBER,
                                DISCIPLINE,
                                ARCHIVIST,
                                AUDITOR,
                                SYS_ADMIN)
                        ? Reach.everything()
                        : new Reach.Organisations(seats.organisationsOf(actor));
    }
}
