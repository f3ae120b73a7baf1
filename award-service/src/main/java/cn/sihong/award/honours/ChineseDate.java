package cn.sihong.award.honours;

import java.time.LocalDate;

/** A day as documents write it: 二〇二六年十一月二十四日. */
final class ChineseDate {

    private static final String DIGITS = "〇一二三四五六七八九";

    private ChineseDate() {}

    static String of(LocalDate day) {
        return "%s年%s月%s日"
                .formatted(
                        digits(day.getYear()),
                        number(day.getMonthValue()),
                        number(day.getDayOfMonth()));
    }

    private static String digits(int year) {
        var text = new StringBuilder();
        for (char digit : String.valueOf(year).toCharArray())
            text.append(DIGITS.charAt(digit - '0'));
        return text.toString();
    }

    /** 1 to 99, ten being 十 and eleven 十一. */
    private static String number(int n) {
        int tens = n / 10;
        int ones = n % 10;
        var text = new StringBuilder();
        if (tens > 1) text.append(DIGITS.charAt(tens));
        if (tens > 0) text.append('十');
        if (ones > 0) text.append(DIGITS.charAt(ones));
        return text.toString();
    }
}
