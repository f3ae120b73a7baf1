package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Role;

import java.util.List;
import java.util.Set;

/**
 * What a sound workbook says.
 *
 * @param organisations each as it shall stand, parents before their children
 * @param people each with all seats they shall hold
 * @param party the Party's own tree, parents before their children
 */
record Registration(
        List<Organisation> organisations, List<Member> people, List<PartyOrganisation> party) {

    record Member(String username, String name, Set<Seat> seats) {}

    record Seat(Organisation.Id organisation, Role role) {}
}
