package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Content.isNothing;

import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.TextFaults;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One question of a {@link Form}: what may be answered to it, and what a reader of the definition
 * needs to draw it. A field knows the faults of its own answer; what two answers say together is
 * the business of {@link Completeness}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
sealed interface Field {

    /**
     * Under which its answer is kept and its faults are named; never reused for another question.
     */
    String key();

    String label();

    @Nullable String hint();

    /** Whether a submission may leave it out. */
    boolean optional();

    /** When it is asked at all; always, if nothing is said. */
    @Nullable When when();

    /**
     * What is wrong with an answer that was given.
     *
     * @param at path of the field, {@code content.title}
     * @param complete whether it is to be submitted, or just kept as a draft
     */
    Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete);

    default Stream<FieldError> faults(JsonNode answer, String at, boolean complete) {
        if (!isNothing(answer)) return faultsOf(answer, at, complete);
        return complete && !optional() ? fault(at, unanswered()) : Stream.empty();
    }

    default String unanswered() {
        return "请填写此项。";
    }

    /**
     * Another field's answer on which a question depends.
     *
     * @param is the answers at which it is asked; with none, any answer will do
     */
    record When(String field, @Nullable List<String> is) {

        public When {
            present(field);
        }

        boolean holdsIn(Content content) {
            return content.find(field).filter(this::holdsFor).isPresent();
        }

        private boolean holdsFor(JsonNode answer) {
            if (is == null || is.isEmpty()) return true;
            return answer.isArray()
                    ? answer.valueStream().anyMatch(one -> is.contains(one.asString("")))
                    : is.contains(answer.asString(""));
        }
    }

    /** What paper reviewers may read of a text when they may not know whose it is (§4, 盲评). */
    enum Blind {
        /** Read, with the names in it struck. */
        READ,
        /** Holds names: never read, and struck from what is. */
        NAMES
    }

    /**
     * Words.
     *
     * @param max in characters as people count them
     * @param rows how tall it is drawn; 1 is a line
     */
    @JsonTypeName("text")
    record Text(
            String key,
            String label,
            @Nullable String hint,
            boolean optional,
            @Nullable When when,
            int max,
            int rows,
            @Nullable Blind blind)
            implements Field {

        public Text {
            present(key, label);
        }

        @Override
        public Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete) {
            if (!answer.isString()) return misshapen(at);
            return TextFaults.find(answer.asString(), 0, max).stream()
                    .map(sentence -> new FieldError(at, sentence));
        }
    }

    record Option(String value, String label) {
        public Option {
            present(value, label);
        }
    }

    /**
     * One of several answers, or some of them.
     *
     * @param several whether more than one may be chosen
     */
    @JsonTypeName("choice")
    record Choice(
            String key,
            String label,
            @Nullable String hint,
            boolean optional,
            @Nullable When when,
            boolean several,
            List<Option> options)
            implements Field {

        public Choice {
            present(key, label, options);
        }

        @Override
        public Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete) {
            if (several != answer.isArray()) return misshapen(at);
            var chosen = several ? answer.valueStream().toList() : List.of(answer);
            var distinct = Set.copyOf(chosen);
            return distinct.size() == chosen.size() && distinct.stream().allMatch(this::isOffered)
                    ? Stream.empty()
                    : fault(at, "请从所列选项中选择。");
        }

        private boolean isOffered(JsonNode chosen) {
            return chosen.isString()
                    && options.stream()
                            .anyMatch(option -> option.value().equals(chosen.asString()));
        }

        @Override
        public String unanswered() {
            return "请选择。";
        }
    }

    /** A whole number. */
    @JsonTypeName("amount")
    record Amount(
            String key,
            String label,
            @Nullable String hint,
            boolean optional,
            @Nullable When when,
            long min,
            long max,
            @Nullable String unit)
            implements Field {

        public Amount {
            present(key, label);
        }

        @Override
        public Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete) {
            if (!answer.isIntegralNumber() || !answer.canConvertToLong())
                return fault(at, "请填写整数。");
            return answer.asLong() < min || answer.asLong() > max
                    ? fault(at, "请填写 %d 到 %d 之间的整数。".formatted(min, max))
                    : Stream.empty();
        }
    }

    @JsonTypeName("yesNo")
    record YesNo(
            String key, String label, @Nullable String hint, boolean optional, @Nullable When when)
            implements Field {

        public YesNo {
            present(key, label);
        }

        @Override
        public Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete) {
            return answer.isBoolean() ? Stream.empty() : misshapen(at);
        }

        @Override
        public String unanswered() {
            return "请选择“是”或“否”。";
        }
    }

    /**
     * What those who are named agree to, each purpose by itself (个人信息保护法 art. 13, 14; research.md
     * §6.3). One that may be left out may also be refused.
     */
    @JsonTypeName("consent")
    record Consent(
            String key, String label, @Nullable String hint, boolean optional, @Nullable When when)
            implements Field {

        public Consent {
            present(key, label);
        }

        @Override
        public Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete) {
            if (!answer.isBoolean()) return misshapen(at);
            return complete && !optional && !answer.asBoolean()
                    ? fault(at, unanswered())
                    : Stream.empty();
        }

        @Override
        public String unanswered() {
            return "须经本人同意方可申报；本人不同意的，请不要提交。";
        }
    }

    @JsonTypeName("day")
    record Day(
            String key, String label, @Nullable String hint, boolean optional, @Nullable When when)
            implements Field {

        public Day {
            present(key, label);
        }

        @Override
        public Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete) {
            return isDay(answer) ? Stream.empty() : fault(at, "请填写日期，例如 2026-10-31。");
        }

        static boolean isDay(JsonNode answer) {
            return answer.isString() && reads(() -> LocalDate.parse(answer.asString()));
        }
    }

    @JsonTypeName("month")
    record Month(
            String key, String label, @Nullable String hint, boolean optional, @Nullable When when)
            implements Field {

        public Month {
            present(key, label);
        }

        @Override
        public Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete) {
            return answer.isString() && reads(() -> YearMonth.parse(answer.asString()))
                    ? Stream.empty()
                    : fault(at, "请填写年月，例如 1985-03。");
        }
    }

    /**
     * Rows of the same questions; an answer may be left out of a draft's row as of a draft.
     *
     * @param min rows that a submission needs, 1 at least unless the table is optional
     */
    @JsonTypeName("table")
    record Table(
            String key,
            String label,
            @Nullable String hint,
            boolean optional,
            @Nullable When when,
            int min,
            int max,
            List<Field> columns)
            implements Field {

        public Table {
            present(key, label, columns);
        }

        @Override
        public Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete) {
            if (!answer.isArray()) return misshapen(at);
            int rows = answer.size();
            if (rows > max) return fault(at, "最多填写 %d 行。".formatted(max));
            var tooFew =
                    complete && rows < min
                            ? fault(at, "至少填写 %d 行。".formatted(min))
                            : Stream.<FieldError>empty();
            var cells =
                    IntStream.range(0, rows)
                            .boxed()
                            .flatMap(row ->
                                    faultsOfRow(
                                            answer.get(row),
                                            "%s[%d]".formatted(at, row),
                                            complete));
            return Stream.concat(tooFew, cells);
        }

        private Stream<FieldError> faultsOfRow(JsonNode row, String at, boolean complete) {
            if (!row.isObject()) return misshapen(at);
            var unknown =
                    row.propertyNames().stream()
                            .filter(name ->
                                    columns.stream().noneMatch(column -> column.key().equals(name)))
                            .findAny();
            if (unknown.isPresent()) return misshapen(at);
            return columns.stream()
                    .flatMap(column ->
                            column.faults(
                                    row.path(column.key()), at + "." + column.key(), complete));
        }
    }

    /**
     * What the rubric judges.
     *
     * @param maxPoints in milli-points
     */
    record Criterion(String code, String part, String name, int maxPoints) {
        public Criterion {
            present(code, part, name);
        }
    }

    /**
     * The school's own score on the rubric it will be judged by (自评分, R40); missing is not zero.
     */
    @JsonTypeName("scores")
    record Scores(
            String key,
            String label,
            @Nullable String hint,
            boolean optional,
            @Nullable When when,
            List<Criterion> criteria)
            implements Field {

        public Scores {
            present(key, label, criteria);
        }

        private static final int STEP = 500;

        @Override
        public Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete) {
            if (!answer.isObject() || !codes().containsAll(answer.propertyNames()))
                return misshapen(at);
            return criteria.stream()
                    .flatMap(criterion -> {
                        var points = answer.path(criterion.code());
                        var where = at + "." + criterion.code();
                        if (points.isMissingNode())
                            return complete
                                    ? fault(where, "请给“%s”自评打分。".formatted(criterion.name()))
                                    : Stream.empty();
                        return isScore(points, criterion)
                                ? Stream.empty()
                                : fault(where, range(criterion));
                    });
        }

        private static boolean isScore(JsonNode points, Criterion criterion) {
            return points.isInt()
                    && points.asInt() >= 0
                    && points.asInt() <= criterion.maxPoints()
                    && points.asInt() % STEP == 0;
        }

        private static String range(Criterion criterion) {
            return "“%s”为 0 到 %s 分，以 0.5 分为一档。"
                    .formatted(
                            criterion.name(),
                            BigDecimal.valueOf(criterion.maxPoints(), 3)
                                    .stripTrailingZeros()
                                    .toPlainString());
        }

        Set<String> codes() {
            return criteria.stream().map(Criterion::code).collect(Collectors.toSet());
        }
    }

    /**
     * What proves it, once: a piece says for which criteria it speaks, and may speak for many.
     *
     * @param criteria codes of the form's {@link Scores}
     */
    @JsonTypeName("evidence")
    record Evidence(
            String key,
            String label,
            @Nullable String hint,
            boolean optional,
            @Nullable When when,
            int max,
            List<String> criteria)
            implements Field {

        public Evidence {
            present(key, label, criteria);
        }

        private static final int CAPTION = 20;
        private static final Set<String> PARTS = Set.of("attachment", "caption", "criteria");

        @Override
        public Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete) {
            if (!answer.isArray()) return misshapen(at);
            if (answer.size() > max) return fault(at, "佐证最多 %d 件。".formatted(max));
            var seen = new HashSet<String>();
            return IntStream.range(0, answer.size())
                    .boxed()
                    .flatMap(n -> {
                        var piece = answer.get(n);
                        var where = "%s[%d]".formatted(at, n);
                        if (!isPiece(piece)) return misshapen(where);
                        if (!seen.add(piece.path("attachment").asString()))
                            return fault(where, "同一件佐证只需上传一次，可对应多个指标。");
                        return TextFaults.find(piece.path("caption").asString(""), 0, CAPTION)
                                .stream()
                                .map(sentence -> new FieldError(where + ".caption", sentence));
                    });
        }

        private boolean isPiece(JsonNode piece) {
            return piece.isObject()
                    && PARTS.containsAll(piece.propertyNames())
                    && isId(piece.path("attachment"))
                    && (piece.path("caption").isMissingNode() || piece.path("caption").isString())
                    && piece.path("criteria")
                            .valueStream()
                            .allMatch(code -> criteria.contains(code.asString("")));
        }

        private static boolean isId(JsonNode id) {
            return id.isString() && reads(() -> UUID.fromString(id.asString()));
        }

        /** The attachments it speaks of; only of an answer without fault. */
        static Stream<UUID> attachments(JsonNode answer) {
            return answer.valueStream()
                    .map(piece -> UUID.fromString(piece.path("attachment").asString()));
        }
    }

    /** The notice at the school (校内公示); how long it stood, {@link Completeness} counts. */
    @JsonTypeName("notice")
    record Notice(
            String key, String label, @Nullable String hint, boolean optional, @Nullable When when)
            implements Field {

        public Notice {
            present(key, label);
        }

        private static final int PLACE = 50;
        private static final Set<String> PARTS = Set.of("from", "to", "place", "objections");

        @Override
        public Stream<FieldError> faultsOf(JsonNode answer, String at, boolean complete) {
            if (!answer.isObject() || !PARTS.containsAll(answer.propertyNames()))
                return misshapen(at);
            return Stream.of(
                            day(answer.path("from"), at + ".from", complete),
                            day(answer.path("to"), at + ".to", complete),
                            place(answer.path("place"), at + ".place", complete),
                            objections(answer.path("objections"), at + ".objections", complete))
                    .flatMap(faults -> faults);
        }

        private static Stream<FieldError> day(JsonNode day, String at, boolean complete) {
            if (Day.isDay(day) || (day.isMissingNode() && !complete)) return Stream.empty();
            return fault(at, "请选择校内公示的起止日期。");
        }

        private static Stream<FieldError> place(JsonNode place, String at, boolean complete) {
            if (place.isMissingNode())
                return complete ? fault(at, "请填写校内公示的地点或方式。") : Stream.empty();
            if (!place.isString()) return misshapen(at);
            return TextFaults.find(place.asString(), 0, PLACE).stream()
                    .map(sentence -> new FieldError(at, sentence));
        }

        private static Stream<FieldError> objections(JsonNode any, String at, boolean complete) {
            if (any.isBoolean() || (any.isMissingNode() && !complete)) return Stream.empty();
            return fault(at, "请说明校内公示期间有无异议。");
        }

        /** A notice that nothing is known of lacks all of it. */
        @Override
        public Stream<FieldError> faults(JsonNode answer, String at, boolean complete) {
            return isNothing(answer)
                    ? faultsOf(JsonNodeFactory.instance.objectNode(), at, complete && !optional)
                    : faultsOf(answer, at, complete);
        }
    }

    /** A definition from outside may lack anything; one that lacks these is none. */
    private static void present(Object... parts) {
        for (var part : parts) Objects.requireNonNull(part);
    }

    private static Stream<FieldError> fault(String at, String sentence) {
        return Stream.of(new FieldError(at, sentence));
    }

    /** What no page of ours would send. */
    private static Stream<FieldError> misshapen(String at) {
        return fault(at, "此项内容的格式不对，请刷新页面后重新填写。");
    }

    private static boolean reads(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }
}
