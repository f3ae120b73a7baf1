package cn.sihong.submission.notifications;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a kind of notification.
 *
 * @param title one line with {@code {places}} for values
 * @param body likewise
 */
record Template(String code, String title, String body, long version) {

    /** For what nobody has written words for: the announcer's own, if it sent any. */
    static final String PLAIN = "plain";

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]{1,40})}");
    private static final int LONGEST_TITLE = 200;

    record Words(String title, String body) {}

    /** The words with the values in their places; a place without a value stays empty. */
    Words with(Map<String, String> values) {
        var title = fill(this.title, values).replaceAll("\\s+", " ").strip();
        return new Words(
                title.isEmpty() ? "平台提醒" : title.substring(0, end(title)), fill(body, values));
    }

    private static int end(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title.length()
                : title.offsetByCodePoints(0, LONGEST_TITLE);
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }
}
