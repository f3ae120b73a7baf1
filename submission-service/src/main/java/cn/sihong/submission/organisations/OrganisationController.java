package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.workbook.WorkbookReader;
import cn.sihong.platform.workbook.WorkbookWriter;
import cn.sihong.submission.organisations.workbook.OrganisationSheets;
import cn.sihong.submission.organisations.workbook.OrganisationTemplate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

@RestController
@RequestMapping("/api/organisations")
class OrganisationController {

    private final Organisations organisations;
    private final Seats seats;
    private final Officers officers;
    private final People people;
    private final Register register;
    private final PartyOrganisations partyOrganisations;
    private final Export export;

    OrganisationController(
            Organisations organisations,
            Seats seats,
            Officers officers,
            People people,
            Register register,
            PartyOrganisations partyOrganisations,
            Export export) {
        this.partyOrganisations = partyOrganisations;
        this.export = export;
        this.organisations = organisations;
        this.seats = seats;
        this.officers = officers;
        this.people = people;
        this.register = register;
    }

    /** The whole tree: which schools there are is no secret. */
    @GetMapping
    List<Shown> tree() {
        return organisations.all().stream().map(Shown::of).toList();
    }

    @GetMapping("/mine")
    List<Mine> mine(Actor actor) {
        return seats.of(actor).stream().map(Mine::of).toList();
    }

    @GetMapping("/accounts")
    People.Accounts accounts() {
        return people.accounts();
    }

    @GetMapping(value = "/template", produces = WorkbookWriter.XLSX)
    ResponseEntity<byte[]> template() throws IOException {
        var workbook = new ByteArrayOutputStream();
        OrganisationTemplate.write(
                workbook,
                Arrays.stream(OrganisationKind.values()).map(OrganisationKind::chinese).toList(),
                Arrays.stream(SchoolPhase.values()).map(SchoolPhase::chinese).toList(),
                Arrays.stream(Post.values()).map(Post::chinese).toList(),
                Arrays.stream(PartyOrganisation.Type.values())
                        .map(PartyOrganisation.Type::chinese)
                        .toList());
        return file("单位和人员.xlsx", workbook);
    }

    /** All that there is, as a workbook that may be corrected and taken again. */
    @GetMapping(value = "/export", produces = WorkbookWriter.XLSX)
    ResponseEntity<byte[]> export() throws IOException {
        var workbook = new ByteArrayOutputStream();
        WorkbookWriter.write(workbook, OrganisationSheets.ALL, export.rows());
        return file("单位和人员（现有）.xlsx", workbook);
    }

    private static ResponseEntity<byte[]> file(String name, ByteArrayOutputStream workbook) {
        var disposition =
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(workbook.toByteArray());
    }

    /** The Party's own tree; a secretary by name, as a signature has it. */
    @GetMapping("/party")
    List<PartyShown> party() {
        return partyOrganisations.all().stream()
                .map(one -> PartyShown.of(one, people::nameOf))
                .toList();
    }

    /** Who of the bureau is in a role, to be chosen from. */
    @GetMapping("/people")
    List<Named> people(@RequestParam String role) {
        return Role.of(role).map(officers::in).orElseGet(List::of).stream()
                .map(one -> new Named(one.subject(), one.name()))
                .toList();
    }

    @PostMapping(value = "/import", consumes = WorkbookWriter.XLSX)
    Taken take(@RequestParam(defaultValue = "false") boolean dryRun, InputStream body, Actor actor)
            throws IOException {
        var filled = WorkbookReader.read(body, OrganisationSheets.ALL);
        var role = actor.is(Role.PARTY_OFFICE) ? Role.PARTY_OFFICE : Role.SYS_ADMIN;
        var count = dryRun ? register.check(filled) : register.take(actor, role, filled);
        return new Taken(count.organisations(), count.people(), count.party(), dryRun);
    }

    record Shown(
            UUID id,
            String code,
            String name,
            OrganisationKind kind,
            @Nullable SchoolPhase phase,
            @Nullable UUID parentId,
            @Nullable UUID unitId,
            @Nullable UUID successorId,
            long version) {

        static Shown of(Organisation organisation) {
            return new Shown(
                    organisation.id().value(),
                    organisation.code(),
                    organisation.name(),
                    organisation.kind(),
                    organisation.phase(),
                    value(organisation.parentId()),
                    value(organisation.unitId()),
                    value(organisation.successorId()),
                    organisation.version());
        }

        private static @Nullable UUID value(Organisation.@Nullable Id id) {
            return id == null ? null : id.value();
        }
    }

    record Mine(UUID organisationId, String name, OrganisationKind kind, String role) {
        static Mine of(Seats.Seat seat) {
            return new Mine(
                    seat.organisationId(), seat.name(), seat.kind(), seat.role().wireName());
        }
    }

    record Taken(int organisations, int people, int party, boolean dryRun) {}

    record Named(UUID subject, String name) {}

    record PartyShown(
            UUID id,
            String code,
            String name,
            PartyOrganisation.Type type,
            @Nullable String parentCode,
            @Nullable String secretary,
            List<UUID> schools) {

        static PartyShown of(PartyOrganisation one, Function<String, Optional<String>> nameOf) {
            var secretary = one.secretary();
            return new PartyShown(
                    one.id(),
                    one.code(),
                    one.name(),
                    one.type(),
                    one.parentCode(),
                    secretary == null ? null : nameOf.apply(secretary).orElse(null),
                    one.schools().stream().map(Organisation.Id::value).sorted().toList());
        }
    }
}
