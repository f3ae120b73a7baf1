package cn.sihong.submission.applications;

import cn.sihong.submission.applications.Application.Draft;
import cn.sihong.submission.applications.Application.Entry;
import cn.sihong.submission.applications.Application.Signature;
import cn.sihong.submission.applications.Application.Submitted;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Applications for tests, made by their own moves, on a small form of every kind of field. */
final class Samples {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** A Monday, with a working week before it. */
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    static final String PHOTO = "018f0000-0000-7000-8000-000000000001";

    static final Form FORM =
            JSON.readValue(
                    """
                    {"category":"RED_CLASSROOM","version":1,"minutes":20,"undertaking":"内容真实。","sections":[
                     {"title":"基本信息","fields":[
                      {"kind":"text","key":"title","label":"课题","optional":false,"max":25,"rows":1},
                      {"kind":"choice","key":"origin","label":"推荐或打造","optional":false,"several":false,"options":[
                       {"value":"RECOMMENDED","label":"推荐"},{"value":"BUILT","label":"打造"}]},
                      {"kind":"text","key":"summary","label":"概要","optional":false,"max":300,"rows":3},
                      {"kind":"text","key":"lecturers","label":"主讲人","optional":false,"max":50,"rows":1,"blind":"NAMES"},
                      {"kind":"choice","key":"audience","label":"面向","optional":false,"several":false,"options":[
                       {"value":"STUDENT","label":"学生"},{"value":"TEACHER","label":"教师"}]},
                      {"kind":"text","key":"studentForm","label":"面向学生的形式","optional":false,"max":20,"rows":1,
                       "when":{"field":"audience","is":["STUDENT"]}},
                      {"kind":"choice","key":"rooms","label":"场所","optional":true,"several":true,"options":[
                       {"value":"HALL","label":"展厅"},{"value":"ROOM","label":"教室"}]}]},
                     {"title":"内容","fields":[
                      {"kind":"text","key":"deeds","label":"主要做法","optional":false,"max":1500,"rows":8,"blind":"READ"},
                      {"kind":"amount","key":"minutes","label":"时长","optional":false,"min":1,"max":180},
                      {"kind":"day","key":"heldOn","label":"日期","optional":false},
                      {"kind":"month","key":"since","label":"始于","optional":true},
                      {"kind":"yesNo","key":"media","label":"有无微课","optional":false},
                      {"kind":"table","key":"items","label":"结合的工作","optional":false,"min":1,"max":3,"columns":[
                       {"kind":"text","key":"item","label":"名称","optional":false,"max":10,"rows":1},
                       {"kind":"text","key":"by","label":"承担人","optional":true,"max":10,"rows":1,"blind":"NAMES"}]}]},
                     {"title":"自评与佐证","fields":[
                      {"kind":"scores","key":"selfScore","label":"自评","optional":false,"criteria":[
                       {"code":"aims","part":"设计","name":"目标","maxPoints":8000},
                       {"code":"works","part":"效果","name":"成果","maxPoints":12500}]},
                      {"kind":"evidence","key":"evidence","label":"佐证","optional":true,"max":2,"criteria":["aims","works"]},
                      {"kind":"notice","key":"schoolNotice","label":"校内公示","optional":false},
                      {"kind":"consent","key":"consentReview","label":"同意用于评审","optional":false},
                      {"kind":"consent","key":"consentShow","label":"同意用于展示","optional":true}]}]}
                    """,
                    Form.class);

    private static final Content COMPLETE =
            read(
                    """
                    {"title":"一张老照片","origin":"RECOMMENDED","summary":"从一张照片讲起。","lecturers":"王小红、欧阳娜娜",
                     "audience":"STUDENT","studentForm":"主题班会","rooms":["HALL","ROOM"],"deeds":"师生共同整理校史。",
                     "minutes":40,"heldOn":"2026-09-01","since":"2025-03","media":false,"items":[{"item":"班会课","by":"赵明"}],
                     "selfScore":{"aims":8000,"works":12500},
                     "evidence":[{"attachment":"%s","caption":"课堂","criteria":["aims","works"]}],
                     "schoolNotice":{"from":"2026-11-16","to":"2026-11-20","place":"校门口公示栏","objections":false},
                     "consentReview":true,"consentShow":false}
                    """
                            .formatted(PHOTO));

    private Samples() {}

    static Draft aDraft() {
        return new Draft(anEntry(), complete());
    }

    static Submitted aSubmission() {
        return aDraft().submit(complete(), aSignature());
    }

    static Signature aSignature() {
        return new Signature("同意申报。", UUID.randomUUID(), Instant.parse("2026-11-23T02:00:00Z"));
    }

    static Entry anEntry() {
        return new Entry(
                new Application.Id(UUID.randomUUID()),
                new Programme.Id(UUID.randomUUID()),
                new Organisation.Id(UUID.randomUUID()),
                new Organisation.Id(UUID.randomUUID()),
                Category.RED_CLASSROOM,
                1,
                0);
    }

    static Content read(String json) {
        return JSON.readValue(json, Content.class);
    }

    static Content complete() {
        return COMPLETE;
    }

    static Content empty() {
        return new Content(Map.of());
    }

    static Content titled(String title) {
        return with(Content.TITLE, JsonNodeFactory.instance.stringNode(title));
    }

    static Content noticed(LocalDate from, LocalDate to) {
        return with(
                Content.SCHOOL_NOTICE,
                "{\"from\":\"%s\",\"to\":\"%s\",\"place\":\"公示栏\",\"objections\":false}"
                        .formatted(from, to));
    }

    /** The complete one, but for one answer. */
    static Content with(String key, String json) {
        return with(key, JSON.readTree(json));
    }

    static Content with(String key, JsonNode answer) {
        var answers = new TreeMap<>(COMPLETE.answers());
        answers.put(key, answer);
        return new Content(answers);
    }

    static Content without(String key) {
        var answers = new TreeMap<>(COMPLETE.answers());
        answers.remove(key);
        return new Content(answers);
    }
}
