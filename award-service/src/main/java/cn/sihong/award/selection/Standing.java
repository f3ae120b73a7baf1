package cn.sihong.award.selection;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * Where a candidate stands.
 *
 * @param composite weighted sum in hundred-thousandths of a point: per cent times thousandths, so
 *     that nothing is ever rounded; absent for who was not ranked
 * @param rank from 1 within the category; equals share the better one
 */
record Standing(
        UUID applicationId,
        String number,
        String category,
        @Nullable Long composite,
        @Nullable Integer rank,
        Outcome outcome,
        List<Gate> gates) {

    Standing {
        gates = List.copyOf(gates);
    }

    Standing placed(int place, Outcome decided) {
        return new Standing(applicationId, number, category, composite, place, decided, gates);
    }
}
