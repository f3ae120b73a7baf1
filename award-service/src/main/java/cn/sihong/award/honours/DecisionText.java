package cn.sihong.award.honours;

import cn.sihong.award.honours.OfficialDocument.Group;
import cn.sihong.award.register.Bureau;
import cn.sihong.award.register.Mode;
import cn.sihong.award.register.Programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a decision says: naming and commending is a 决定; where nothing may be named, the result is
 * told in a 通报, without the words of commendation (research.md §3.8, §6.1, invariant 23).
 */
final class DecisionText {

    private static final String ORDINALS = "一二三四五六七八九十";

    private DecisionText() {}

    static OfficialDocument of(
            Commendation commendation,
            Programme programme,
            List<Honour> honours,
            String packageHash,
            Bureau bureau) {
        return new OfficialDocument(
                bureau.name(),
                commendation.documentNumber(),
                bureau.name() + title(programme),
                "各街道教育中心，各直属学校（幼儿园）：",
                body(programme, honours, packageHash),
                annexTitle(programme.mode()),
                annex(honours),
                bureau.office(),
                commendation.issuedOn(),
                programme.demonstration());
    }

    private static String title(Programme programme) {
        return switch (programme.mode()) {
            case APPROVED -> "关于表彰“%s”入选对象的决定".formatted(programme.title());
            case INNER_PARTY -> "关于党内表彰“%s”入选对象的决定".formatted(programme.title());
            case INTERNAL_ASSESSMENT -> "关于“%s”评定结果的通报".formatted(programme.title());
            case EXCHANGE -> "关于推介“%s”成果的通报".formatted(programme.title());
        };
    }

    private static String annexTitle(Mode mode) {
        return switch (mode) {
            case APPROVED, INNER_PARTY -> "受表彰对象名单";
            case INTERNAL_ASSESSMENT -> "评定结果名单";
            case EXCHANGE -> "推介成果名单";
        };
    }

    private static List<String> body(Programme programme, List<Honour> honours, String hash) {
        var mode = programme.mode();
        var body = new ArrayList<String>();
        body.add(
                "根据《%s》，经基层申报、审核推荐、互查互评、群众评议、现场考核验收和局党组会议研究，并按规定公示不少于五个工作日，%s（名单附后）。"
                        .formatted(programme.title(), deed(mode, honours)));
        body.add(
                mode.commends()
                        ? "希望受到表彰的单位和个人珍惜荣誉，再接再厉，在党建与教育教学深度融合中继续发挥示范带动作用。"
                        : "希望有关单位和个人总结经验、持续改进，把好的做法坚持下去。");
        body.add("各学校（幼儿园）要结合实际学习借鉴，力戒形式主义，不增加基层和教师负担，推动党建工作与教育教学相互促进。");
        body.add("评审所用的规则、分数和名额均在算分包中，可供复核，其SHA-256校验值为：" + hash + "。");
        return body;
    }

    private static String deed(Mode mode, List<Honour> honours) {
        var counts =
                byCategory(honours).entrySet().stream()
                        .map(group -> "“%s”%d项".formatted(group.getKey(), group.getValue().size()))
                        .collect(Collectors.joining("、"));
        return switch (mode) {
            case APPROVED -> "决定授予" + counts + "称号，予以表彰";
            case INNER_PARTY -> "决定授予" + counts + "称号，予以党内表彰";
            case INTERNAL_ASSESSMENT -> "在内部考核中评定" + counts;
            case EXCHANGE -> "将" + counts + "作为成果交流推介";
        };
    }

    private static List<Group> annex(List<Honour> honours) {
        var groups = new ArrayList<Group>();
        byCategory(honours)
                .forEach((category, list) ->
                        groups.add(
                                new Group(
                                        "%s、%s（%d项）"
                                                .formatted(
                                                        ordinal(groups.size()),
                                                        category,
                                                        list.size()),
                                        lines(list))));
        return groups;
    }

    private static String ordinal(int index) {
        return index < ORDINALS.length()
                ? ORDINALS.substring(index, index + 1)
                : String.valueOf(index + 1);
    }

    private static List<String> lines(List<Honour> honours) {
        var lines = new ArrayList<String>();
        for (var honour : honours)
            lines.add(
                    "%d. %s（%s）"
                            .formatted(
                                    lines.size() + 1,
                                    honour.entry().title(),
                                    honour.entry().schoolName()));
        return lines;
    }

    private static Map<String, List<Honour>> byCategory(List<Honour> honours) {
        return honours.stream()
                .collect(
                        Collectors.groupingBy(
                                honour -> honour.entry().categoryName(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }
}
