package cn.sihong.award.ranking;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * Where a candidate stands.
 *
 * @param composite weighted sum in hundred-thousandths of a point: per cent times thousandths, so
 *     that nothing is ever rounded; absent for who was not ranked
 * @param rank from 1 within the category; equals share the better one
 * @param cap which limit passed it over
 * @param voted whether a recorded vote put it where it stands among equals
 */
public record Standing(
        UUID applicationId,
        String number,
        String category,
        @Nullable Long composite,
        @Nullable Integer rank,
        Outcome outcome,
        @Nullable Cap cap,
        boolean voted,
        List<Gate> gates) {

    public Standing {
        gates = List.copyOf(gates);
    }
}
