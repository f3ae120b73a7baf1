package cn.sihong.award.notices;

import cn.sihong.award.register.Bureau;
import cn.sihong.award.register.Programme;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What notices say above their list, with places for what differs: {@code {方案}}. The bureau edits
 * it; every edition is kept.
 *
 * <p>The clock is not in the text: it stands beside it, and may be shortened in a demonstration.
 *
 * @param edition 1 for what the product brings along
 */
record NoticeTemplate(int edition, String body) {

    /** Own wording after research.md §3.7. */
    static final NoticeTemplate FIRST =
            new NoticeTemplate(
                    1,
                    """
                    根据《{方案}》，经基层申报、审核推荐、互查互评、群众评议、现场验收和局党组会议研究，拟{行为}下列对象（名单附后）。\
                    现予公示，接受监督。

                    公示自{发布日期}发布，自次日起不少于{工作日}个工作日。如有异议，请在公示期内以书面、电话或通过本平台“异议登记”\
                    反映：以单位名义反映的加盖公章，以个人名义反映的署真实姓名并留联系方式。反映的情况应当客观、具体。我们为反映人保密，\
                    三个工作日内答复是否受理，受理后十个工作日内核查。

                    受理部门：{受理部门}
                    监督电话：{监督电话}
                    地址：{地址}

                    评审所用的规则、分数和名额都在算分包里，其校验值（SHA-256）为：
                    {校验值}
                    """
                            .strip());

    /** Without these nobody could object or check. */
    private static final List<String> NEEDED = List.of("工作日", "受理部门", "校验值");

    private static final List<String> KNOWN =
            List.of("方案", "行为", "发布日期", "工作日", "受理部门", "监督电话", "地址", "校验值");

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    /** Names all its faults at once. */
    void requireUsable() {
        var errors = new ArrayList<FieldError>();
        var used = PLACE.matcher(body).results().map(place -> place.group(1)).toList();
        for (var place : used)
            if (!KNOWN.contains(place))
                errors.add(
                        new FieldError(
                                "body",
                                "没有“{%s}”这个占位符，可用的有：{%s}。"
                                        .formatted(place, String.join("}{", KNOWN))));
        for (var needed : NEEDED)
            if (!used.contains(needed))
                errors.add(new FieldError("body", "模板缺少“{%s}”，公示必须写明。".formatted(needed)));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
    }

    /** The text of a notice. */
    String fill(Programme programme, LocalDate opensOn, String packageHash, Bureau bureau) {
        var values = new LinkedHashMap<String, String>();
        values.put("方案", programme.title());
        values.put("行为", programme.mode().deed());
        values.put("发布日期", DAY.format(opensOn));
        values.put("工作日", String.valueOf(Notice.WORKING_DAYS));
        values.put("受理部门", bureau.office());
        values.put("监督电话", bureau.phone());
        values.put("地址", bureau.address());
        values.put("校验值", packageHash);
        return filled(values);
    }

    private String filled(Map<String, String> values) {
        return PLACE.matcher(body)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                values.getOrDefault(place.group(1), place.group())));
    }
}
