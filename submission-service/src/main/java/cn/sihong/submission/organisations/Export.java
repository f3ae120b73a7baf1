package cn.sihong.submission.organisations;

import cn.sihong.platform.workbook.Layout;
import cn.sihong.submission.organisations.workbook.OrganisationSheets;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tree, its people and the Party's tree as the rows of a workbook; taken again it changes
 * nothing.
 */
@Component
class Export {

    private final Organisations organisations;
    private final People people;
    private final PartyOrganisations partyOrganisations;

    Export(Organisations organisations, People people, PartyOrganisations partyOrganisations) {
        this.organisations = organisations;
        this.people = people;
        this.partyOrganisations = partyOrganisations;
    }

    @Transactional(readOnly = true)
    public Map<Layout, List<List<String>>> rows() {
        var codes = new HashMap<Organisation.Id, String>();
        var standing =
                organisations.all().stream()
                        .filter(organisation -> organisation.successorId() == null)
                        .toList();
        for (var organisation : standing) codes.put(organisation.id(), organisation.code());
        var rows = new HashMap<Layout, List<List<String>>>();
        rows.put(
                OrganisationSheets.ORGANISATIONS,
                standing.stream().map(organisation -> row(organisation, codes)).toList());
        rows.put(
                OrganisationSheets.PEOPLE,
                people.sitting().stream()
                        .filter(sitting -> codes.containsKey(sitting.organisation()))
                        .map(sitting ->
                                List.of(
                                        sitting.username(),
                                        sitting.name(),
                                        code(codes, sitting.organisation()),
                                        Post.of(sitting.role()).chinese()))
                        .toList());
        rows.put(
                OrganisationSheets.PARTY,
                partyOrganisations.all().stream().map(party -> row(party, codes)).toList());
        return rows;
    }

    private static List<String> row(Organisation one, Map<Organisation.Id, String> codes) {
        var phase = one.phase();
        return List.of(
                one.code(),
                one.name(),
                one.kind().chinese(),
                phase == null ? "" : phase.chinese(),
                code(codes, one.parentId()));
    }

    private static List<String> row(PartyOrganisation one, Map<Organisation.Id, String> codes) {
        return List.of(
                one.code(),
                one.name(),
                one.type().chinese(),
                orEmpty(one.parentCode()),
                orEmpty(one.secretary()),
                one.schools().stream()
                        .map(school -> code(codes, school))
                        .sorted()
                        .collect(Collectors.joining("、")));
    }

    private static String code(
            Map<Organisation.Id, String> codes, Organisation.@Nullable Id organisation) {
        return organisation == null ? "" : codes.getOrDefault(organisation, "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
