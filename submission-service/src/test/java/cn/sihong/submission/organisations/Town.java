package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/**
 * A small town for tests, new at each call: a street centre with two schools, another street centre
 * with one, and a direct unit; and the people who sit in them.
 */
public record Town(
        Organisation bureau,
        Organisation street,
        Organisation school,
        Organisation neighbour,
        Organisation otherStreet,
        Organisation stranger,
        Organisation directUnit,
        Person office,
        Person secretary,
        Person infoOfficer,
        Person peerReviewer,
        Person streetReviewer,
        Person neighbourSecretary,
        Person otherReviewer,
        Person strangerSecretary,
        Person directSecretary,
        Person directReviewer) {

    public static Town in(JdbcClient jdbc) {
        var made = new Maker(jdbc);
        var bureau = made.bureau();
        var street = made.organisation(OrganisationKind.STREET_CENTER, bureau);
        var school = made.organisation(OrganisationKind.SCHOOL, street);
        var neighbour = made.organisation(OrganisationKind.SCHOOL, street);
        var otherStreet = made.organisation(OrganisationKind.STREET_CENTER, bureau);
        var stranger = made.organisation(OrganisationKind.SCHOOL, otherStreet);
        var directUnit = made.organisation(OrganisationKind.DIRECT_UNIT, bureau);
        return new Town(
                bureau,
                street,
                school,
                neighbour,
                otherStreet,
                stranger,
                directUnit,
                Person.with(Role.PARTY_OFFICE),
                made.person(school, Role.SCHOOL_SECRETARY),
                made.person(school, Role.INFO_OFFICER),
                made.person(school, Role.PEER_REVIEWER),
                made.person(street, Role.STREET_REVIEWER),
                made.person(neighbour, Role.SCHOOL_SECRETARY),
                made.person(otherStreet, Role.STREET_REVIEWER),
                made.person(stranger, Role.SCHOOL_SECRETARY),
                made.person(directUnit, Role.SCHOOL_SECRETARY),
                made.person(directUnit, Role.DIRECT_UNIT_REVIEWER));
    }

    /** Somebody more, in a seat of their own. */
    public Person seat(JdbcClient jdbc, Organisation organisation, Role role) {
        return new Maker(jdbc).person(organisation, role);
    }

    private record Maker(JdbcClient jdbc) {

        /** There is one bureau above all towns, as the import wants it. */
        Organisation bureau() {
            return jdbc.sql("select id, code, name from organisations where kind = 'BUREAU'")
                    .query((row, n) ->
                            new Organisation(
                                    new Organisation.Id(row.getObject("id", UUID.class)),
                                    row.getString("code"),
                                    row.getString("name"),
                                    OrganisationKind.BUREAU,
                                    null,
                                    null,
                                    null,
                                    1))
                    .optional()
                    .orElseGet(() -> organisation(OrganisationKind.BUREAU, null));
        }

        Organisation organisation(
                OrganisationKind kind, @org.jspecify.annotations.Nullable Organisation parent) {
            var id = new Organisation.Id(UUID.randomUUID());
            var unit =
                    switch (kind) {
                        case BUREAU, STREET_CENTER -> null;
                        case DIRECT_UNIT -> id;
                        case SCHOOL -> parent.id();
                    };
            var code = id.value().toString().substring(0, 8);
            var phase = unit == null ? null : SchoolPhase.PRIMARY;
            var parentId = parent == null ? null : parent.id();
            var made =
                    new Organisation(
                            id, code, kind.chinese() + code, kind, phase, parentId, unit, 1);
            jdbc.sql("insert into organisations values (?, ?, ?, ?, ?, ?, ?)")
                    .param(id.value())
                    .param(code)
                    .param(made.name())
                    .param(kind.name())
                    .param(phase == null ? null : phase.name())
                    .param(parentId == null ? null : parentId.value())
                    .param(unit == null ? null : unit.value())
                    .update();
            return made;
        }

        Person person(Organisation organisation, Role role) {
            var person = Person.with(role);
            jdbc.sql(
                            "insert into people (username, name, subject, account) values (?, ?, ?, 'READY')")
                    .params(person.username(), person.name(), person.subject())
                    .update();
            jdbc.sql("insert into seats values (?, ?, ?, true)")
                    .params(person.username(), organisation.id().value(), role.wireName())
                    .update();
            return person;
        }
    }
}
