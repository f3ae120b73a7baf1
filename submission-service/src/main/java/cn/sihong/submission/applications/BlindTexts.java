package cn.sihong.submission.applications;

import cn.sihong.contracts.ApplicationEvent.BlindText;
import cn.sihong.submission.applications.Field.Blind;
import cn.sihong.submission.applications.Field.Table;
import cn.sihong.submission.applications.Field.Text;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a paper reviewer reads of an application without learning whose it is (盲评, research.md §4):
 * the texts that the form marks for it, with the names of persons and of the school struck. Names
 * are known from the fields that hold them; whoever is named nowhere but in a text remains, which
 * is why a school is told so where it writes.
 */
record BlindTexts(Form form, Content content) {

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[、，,;；/\\s]+");
    private static final List<String> TITLES =
            List.of("老师", "同志", "书记", "校长", "园长", "主任", "先生", "女士", "同学");
    private static final String SOMEBODY = "某某";
    private static final String HERE = "本校";

    /**
     * @param places the names of the school and its unit
     */
    List<BlindText> without(List<String> places) {
        var persons =
                names().flatMap(BlindTexts::spellings)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        return form.asked(content)
                .filter(field -> field instanceof Text text && text.blind() == Blind.READ)
                .filter(field -> content.has(field.key()))
                .map(field -> {
                    var text = content.answer(field.key()).asString();
                    return new BlindText(
                            field.key(),
                            field.label(),
                            struck(struck(text, places, HERE), persons, SOMEBODY));
                })
                .toList();
    }

    private Stream<String> names() {
        return form.fields().stream()
                .flatMap(field ->
                        switch (field) {
                            case Text text when text.blind() == Blind.NAMES ->
                                    Stream.of(content.answer(text.key()));
                            case Table table ->
                                    table.columns().stream()
                                            .filter(column ->
                                                    column instanceof Text text
                                                            && text.blind() == Blind.NAMES)
                                            .flatMap(column ->
                                                    content.answer(table.key())
                                                            .valueStream()
                                                            .map(row -> row.path(column.key())));
                            default -> Stream.<JsonNode>empty();
                        })
                .flatMap(names -> BETWEEN_NAMES.splitAsStream(names.asString("")))
                .map(BlindTexts::bare)
                .filter(name -> name.codePointCount(0, name.length()) > 1);
    }

    /** 王小红老师 is 王小红. */
    private static String bare(String name) {
        return TITLES.stream()
                .filter(name::endsWith)
                .map(title -> name.substring(0, name.length() - title.length()))
                .filter(bare -> !bare.isEmpty())
                .findFirst()
                .orElse(name);
    }

    /** The name, and how one is spoken of: 王老师; with four characters 欧阳老师 too. */
    private static Stream<String> spellings(String name) {
        var surname = name.substring(0, name.offsetByCodePoints(0, 1));
        var addressed = TITLES.stream().map(title -> surname + title);
        if (name.codePointCount(0, name.length()) < 4)
            return Stream.concat(Stream.of(name), addressed);
        var compound = name.substring(0, name.offsetByCodePoints(0, 2));
        return Stream.of(Stream.of(name), addressed, TITLES.stream().map(title -> compound + title))
                .flatMap(spellings -> spellings);
    }

    private static String struck(String text, List<String> words, String by) {
        for (var word : words) text = text.replace(word, by);
        return text;
    }
}
