package cn.sihong.award.selection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The list as it is shown before it is released.
 *
 * @param decisions how many are decided on, with those not selected
 * @param hash SHA-256 of the winners, line by line: who releases says by it which list was seen
 */
public record ProposedList(int decisions, List<Winner> winners, String hash) {

    public ProposedList {
        winners = List.copyOf(winners);
    }

    static ProposedList of(int decisions, List<Winner> winners) {
        return new ProposedList(decisions, winners, hash(winners));
    }

    private static String hash(List<Winner> winners) {
        var lines = winners.stream().map(ProposedList::line).collect(Collectors.joining("\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Winner winner) {
        return String.join(
                "\t",
                winner.category(),
                String.valueOf(winner.place()),
                winner.applicationId().toString(),
                winner.title(),
                winner.schoolName());
    }
}
