package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.Refusal;
import cn.sihong.submission.organisations.workbook.Fault;
import cn.sihong.submission.organisations.workbook.InvalidWorkbook;
import cn.sihong.submission.organisations.workbook.WorkbookExport;
import cn.sihong.submission.organisations.workbook.WorkbookReader;
import cn.sihong.submission.organisations.workbook.WorkbookTemplate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
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

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int BIGGEST_WORKBOOK = 20 * 1024 * 1024;

    private final Organisations organisations;
    private final Seats seats;
    private final People people;
    private final Register register;
    private final PartyOrganisations partyOrganisations;
    private final Export export;

    OrganisationController(
            Organisations organisations,
            Seats seats,
            People people,
            Register register,
            PartyOrganisations partyOrganisations,
            Export export) {
        this.partyOrganisations = partyOrganisations;
        this.export = export;
        this.organisations = organisations;
        this.seats = seats;
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

    @GetMapping(value = "/template", produces = XLSX)
    ResponseEntity<byte[]> template() throws IOException {
        var workbook = new ByteArrayOutputStream();
        WorkbookTemplate.write(
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
    @GetMapping(value = "/export", produces = XLSX)
    ResponseEntity<byte[]> export() throws IOException {
        var workbook = new ByteArrayOutputStream();
        WorkbookExport.write(workbook, export.rows());
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

    /** Who sits somewhere in a role, to be chosen from. */
    @GetMapping("/people")
    List<Named> people(@RequestParam String role) {
        return Role.of(role).map(seats::named).orElseGet(List::of).stream()
                .map(one -> new Named(one.subject(), one.name()))
                .toList();
    }

    @PostMapping(value = "/import", consumes = XLSX)
    Taken take(@RequestParam(defaultValue = "false") boolean dryRun, InputStream body, Actor actor)
            throws IOException {
        var bytes = body.readNBytes(BIGGEST_WORKBOOK + 1);
        if (bytes.length > BIGGEST_WORKBOOK) throw new WorkbookTooLarge();
        var filled = WorkbookReader.read(bytes);
        var role = actor.is(Role.PARTY_OFFICE) ? Role.PARTY_OFFICE : Role.SYS_ADMIN;
        var count = dryRun ? register.check(filled) : register.take(actor, role, filled);
        return new Taken(count.organisations(), count.people(), count.party(), dryRun);
    }

    /** A workbook's faults have a place each, which the common shape of a problem has not. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidWorkbook refusal) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT, refusal.sentence());
        problem.setProperty("code", refusal.code());
        problem.setProperty("errors", refusal.faults().stream().map(Wrong::of).toList());
        return ResponseEntity.of(problem).build();
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

    /** As a field is named elsewhere, and piece by piece for a table. */
    record Wrong(String field, String sheet, int row, String column, String message) {
        static Wrong of(Fault fault) {
            return new Wrong(
                    "%s!%s%d".formatted(fault.sheet(), fault.column(), fault.row()),
                    fault.sheet(),
                    fault.row(),
                    fault.column(),
                    fault.message());
        }
    }

    /** Nobody's list of schools is that big. */
    static class WorkbookTooLarge extends Refusal {
        private static final long serialVersionUID = 1;

        WorkbookTooLarge() {
            super(Kind.TOO_LARGE, "too-large", "文件超过 20 MB，没有导入；请使用下载的模板，删除图片和多余的表后重试。");
        }
    }
}
