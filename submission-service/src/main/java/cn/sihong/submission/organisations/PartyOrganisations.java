package cn.sihong.submission.organisations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The Party's own tree. */
@Repository
class PartyOrganisations {

    private final JdbcClient jdbc;

    PartyOrganisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PartyOrganisation> all() {
        return jdbc.sql(
                        """
                        select p.*, above.code as parent_code,
                            array(select organisation_id from party_organisation_schools s
                                  where s.party_organisation_id = p.id order by 1) as schools
                        from party_organisations p left join party_organisations above on above.id = p.parent_id
                        order by p.code
                        """)
                .query((row, n) ->
                        new PartyOrganisation(
                                row.getObject("id", UUID.class),
                                row.getString("code"),
                                row.getString("name"),
                                PartyOrganisation.Type.valueOf(row.getString("type")),
                                row.getString("parent_code"),
                                row.getString("secretary"),
                                Arrays.stream((UUID[]) row.getArray("schools").getArray())
                                        .map(Organisation.Id::new)
                                        .collect(Collectors.toSet())))
                .list();
    }

    /** Writes one as it shall stand; its parent is written before it. */
    void put(PartyOrganisation party) {
        jdbc.sql(
                        """
                        insert into party_organisations (id, code, name, type, parent_id, secretary)
                        values (?, ?, ?, ?, (select id from party_organisations where code = ?), ?)
                        on conflict (code) do update
                        set name = excluded.name, type = excluded.type, parent_id = excluded.parent_id,
                            secretary = excluded.secretary, version = party_organisations.version + 1
                        where (party_organisations.name, party_organisations.type, party_organisations.parent_id,
                               party_organisations.secretary)
                            is distinct from (excluded.name, excluded.type, excluded.parent_id, excluded.secretary)
                        """)
                .param(party.id())
                .param(party.code())
                .param(party.name())
                .param(party.type().name())
                .param(party.parentCode())
                .param(party.secretary())
                .update();
        var schools = party.schools().stream().map(Organisation.Id::value).toArray(UUID[]::new);
        jdbc.sql(
                        """
                        delete from party_organisation_schools
                        where party_organisation_id = (select id from party_organisations where code = ?)
                          and organisation_id <> all (?)
                        """)
                .params(party.code(), schools)
                .update();
        jdbc.sql(
                        """
                        insert into party_organisation_schools
                        select p.id, s.id from party_organisations p, unnest(?::uuid[]) as s (id) where p.code = ?
                        on conflict do nothing
                        """)
                .params(schools, party.code())
                .update();
    }

    /** Members of a merged school are members of its successor. */
    void handOn(Organisation.Id merged, Organisation.Id successor) {
        jdbc.sql(
                        """
                        insert into party_organisation_schools
                        select party_organisation_id, ? from party_organisation_schools where organisation_id = ?
                        on conflict do nothing
                        """)
                .params(successor.value(), merged.value())
                .update();
        jdbc.sql("delete from party_organisation_schools where organisation_id = ?")
                .param(merged.value())
                .update();
    }
}
