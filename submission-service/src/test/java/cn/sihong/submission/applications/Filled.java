package cn.sihong.submission.applications;

import cn.sihong.submission.applications.Field.Amount;
import cn.sihong.submission.applications.Field.Choice;
import cn.sihong.submission.applications.Field.Consent;
import cn.sihong.submission.applications.Field.Day;
import cn.sihong.submission.applications.Field.Evidence;
import cn.sihong.submission.applications.Field.Month;
import cn.sihong.submission.applications.Field.Notice;
import cn.sihong.submission.applications.Field.Scores;
import cn.sihong.submission.applications.Field.Table;
import cn.sihong.submission.applications.Field.Text;
import cn.sihong.submission.applications.Field.YesNo;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A form filled in completely and briefly, whatever it asks. */
final class Filled {

    private static final JsonNodeFactory MADE = JsonNodeFactory.instance;

    private Filled() {}

    /**
     * Fills the form.
     *
     * @param noticeEnds the last day of the school's notice, which stood three weeks
     */
    static Content in(Form form, String title, LocalDate noticeEnds) {
        Map<String, JsonNode> answers = new HashMap<>();
        for (var field : form.fields()) {
            if (field.when() != null && !field.when().holdsIn(new Content(answers))) continue;
            answers.put(field.key(), answer(field, noticeEnds));
        }
        answers.put(Content.TITLE, MADE.stringNode(title));
        return new Content(answers);
    }

    private static JsonNode answer(Field field, LocalDate noticeEnds) {
        return switch (field) {
            case Text text -> MADE.stringNode("育人".repeat(2).substring(0, Math.min(4, text.max())));
            case Choice choice -> {
                var first = choice.options().getFirst().value();
                yield choice.several() ? MADE.arrayNode().add(first) : MADE.stringNode(first);
            }
            case Amount amount -> MADE.numberNode((int) amount.min());
            case YesNo _, Consent _ -> MADE.booleanNode(true);
            case Day _ -> MADE.stringNode("2026-09-01");
            case Month _ -> MADE.stringNode("1999-07");
            case Table table -> {
                var rows = MADE.arrayNode();
                Stream.generate(() -> row(table, noticeEnds)).limit(table.min()).forEach(rows::add);
                yield rows;
            }
            case Scores scores -> {
                var points = MADE.objectNode();
                scores.criteria().forEach(one -> points.put(one.code(), one.maxPoints()));
                yield points;
            }
            case Evidence _ -> MADE.arrayNode();
            case Notice _ ->
                    MADE.objectNode()
                            .put("from", noticeEnds.minusDays(20).toString())
                            .put("to", noticeEnds.toString())
                            .put("place", "校门口")
                            .put("objections", false);
        };
    }

    private static JsonNode row(Table table, LocalDate noticeEnds) {
        var row = MADE.objectNode();
        table.columns().forEach(column -> row.set(column.key(), answer(column, noticeEnds)));
        return row;
    }
}
