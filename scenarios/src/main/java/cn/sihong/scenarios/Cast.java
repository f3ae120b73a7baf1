package cn.sihong.scenarios;

import cn.sihong.scenarios.people.Citizen;
import cn.sihong.scenarios.people.Gatekeeper;
import cn.sihong.scenarios.people.Inspector;
import cn.sihong.scenarios.people.Officer;
import cn.sihong.scenarios.people.PartyGroupMember;
import cn.sihong.scenarios.people.Person;
import cn.sihong.scenarios.people.School;
import cn.sihong.scenarios.people.Witness;
import cn.sihong.scenarios.town.Town;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Everybody who takes part; each signs in once, when first needed. */
public final class Cast {

    private final URI gateway;
    private final Town town;
    private final Map<String, Person> signedIn = new ConcurrentHashMap<>();
    private final Map<String, UUID> organisations = new ConcurrentHashMap<>();

    public Cast(URI gateway, Town town) {
        this.gateway = gateway;
        this.town = town;
    }

    public Town town() {
        return town;
    }

    public Officer officer() {
        return new Officer(person("office"));
    }

    public List<Inspector> inspectors() {
        return Stream.of("inspector1", "inspector2", "inspector3", "inspector4")
                .map(name -> new Inspector(person(name)))
                .toList();
    }

    public PartyGroupMember partyGroupMember() {
        return new PartyGroupMember(person("group1"));
    }

    /** Looks through what others prepared, and releases it. */
    public PartyGroupMember approver() {
        return new PartyGroupMember(person("group2"));
    }

    /** One of discipline, one of the Party group. */
    public List<Witness> witnesses() {
        return Stream.of("discipline", "group2").map(name -> new Witness(person(name))).toList();
    }

    public Citizen citizen() {
        return new Citizen(Person.anonymous(gateway));
    }

    public School school(Town.School who) {
        return new School(
                idOf(who.code()),
                who,
                person(who.infoOfficer().username()),
                person(who.secretary().username()));
    }

    public Gatekeeper gatekeeper(Town.Unit unit) {
        return new Gatekeeper(idOf(unit.code()), person(unit.reviewer().username()));
    }

    public List<School> schools() {
        return town.schools().stream().map(this::school).toList();
    }

    public List<Gatekeeper> gatekeepers() {
        return town.units().stream().map(this::gatekeeper).toList();
    }

    /** By what the platform knows an organisation, once it was imported. */
    public UUID idOf(String code) {
        var id = organisations.get(code);
        if (id == null) throw new IllegalStateException("平台上没有单位 " + code);
        return id;
    }

    public Person person(String username) {
        return signedIn.computeIfAbsent(username, name -> Person.signedIn(gateway, name));
    }

    /** All user names of the town. */
    List<String> townspeople() {
        return Stream.concat(
                        town.units().stream().map(unit -> unit.reviewer().username()),
                        town.schools().stream()
                                .flatMap(school ->
                                        Stream.of(
                                                school.infoOfficer().username(),
                                                school.secretary().username())))
                .toList();
    }

    /** Looks up by which ids the platform knows the town; says how many are still unknown. */
    int looksUpOrganisations() {
        organisations.putAll(officer().organisationsByCode());
        return (int)
                town.organisationRows().stream()
                        .skip(1)
                        .filter(row -> !organisations.containsKey(row.getFirst()))
                        .count();
    }
}
