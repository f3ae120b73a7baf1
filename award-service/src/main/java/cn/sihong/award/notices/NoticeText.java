package cn.sihong.award.notices;

import cn.sihong.award.notices.Notice.Period;
import cn.sihong.award.register.Programme;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a notice says above its list (research.md §3.7); the programme's mode chooses the words. */
final class NoticeText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private NoticeText() {}

    /**
     * The clock is not in the text: it stands beside it, and may be shortened in a demonstration.
     */
    static String of(Programme programme, Period period, String packageHash, String office) {
        return """
        根据《%1$s》，经基层申报、审核推荐、互查互评、现场验收和局党组会议研究，拟%2$s下列对象（名单附后）。\
        现予公示，接受监督。

        公示自%3$s发布，自次日起不少于%4$d个工作日。如有异议，请在公示期内向%5$s书面或当面反映：以单位名义反映的\
        加盖公章，以个人名义反映的署真实姓名并留联系方式。反映的情况应当客观、具体，我们为反映人保密。

        评审所用的规则、分数和名额都在算分包里，其校验值（SHA-256）为：
        %6$s
        """
                .formatted(
                        programme.title(),
                        programme.mode().deed(),
                        DAY.format(period.opensOn()),
                        Notice.WORKING_DAYS,
                        office,
                        packageHash)
                .strip();
    }
}
