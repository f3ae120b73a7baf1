package cn.sihong.submission.applications;

import static java.util.Objects.requireNonNull;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.submission.programmes.Category;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of a school in one category (申报表, research.md §3.2, §3.3): data, not code. A form
 * is never changed; the next version is added, and an application keeps the version it was begun
 * with.
 *
 * @param version from 1
 * @param minutes it takes about, to be shown and added up (减负)
 * @param undertaking what the secretary's signature says (真实性承诺)
 */
record Form(
        Category category, int version, int minutes, String undertaking, List<Section> sections) {

    Form {
        requireNonNull(category);
        requireNonNull(undertaking);
        sections = List.copyOf(sections);
    }

    /** Questions under one heading. */
    record Section(String title, @Nullable String hint, List<Field> fields) {
        Section {
            requireNonNull(title);
            fields = List.copyOf(fields);
        }
    }

    List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    /** The questions that are put, given the answers so far. */
    Stream<Field> asked(Content content) {
        return fields().stream()
                .filter(field -> field.when() == null || field.when().holdsIn(content));
    }

    /** What even a draft may not hold; all faults at once. */
    void check(Content content) {
        refuse(faults(content, false).toList());
    }

    /**
     * What is wrong with the answers, each by itself.
     *
     * @param complete whether they are to be submitted; a draft may lack any, and keeps those to a
     *     question that is not put at the moment
     */
    Stream<FieldError> faults(Content content, boolean complete) {
        var known = fields().stream().map(Field::key).collect(Collectors.toSet());
        var unasked =
                content.answers().keySet().stream()
                        .filter(key -> !known.contains(key))
                        .limit(10)
                        .map(key -> new FieldError("content", "本表没有这一项，请刷新页面后重新填写。"));
        var put = complete ? asked(content) : fields().stream();
        var wrong =
                put.flatMap(field ->
                        field.faults(
                                content.answer(field.key()), "content." + field.key(), complete));
        return Stream.concat(unasked, wrong);
    }

    /**
     * The answers that were asked for: what somebody typed before choosing otherwise stays home.
     */
    Content submitted(Content content) {
        return content.only(asked(content).map(Field::key).collect(Collectors.toSet()));
    }

    /** The attachments that the answers speak of, by the field that does. */
    Map<String, Set<UUID>> attachments(Content content) {
        return fields().stream()
                .filter(Field.Evidence.class::isInstance)
                .collect(
                        Collectors.toMap(
                                Field::key,
                                field ->
                                        Field.Evidence.attachments(content.answer(field.key()))
                                                .collect(Collectors.toSet())));
    }

    static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) throw new InvalidInput(faults);
    }
}
