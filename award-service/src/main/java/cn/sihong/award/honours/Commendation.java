package cn.sihong.award.honours;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A decision that was issued (表彰决定).
 *
 * @param documentNumber 发文字号, given once
 */
record Commendation(
        UUID id, UUID selectionId, UUID programmeId, String documentNumber, LocalDate issuedOn) {

    boolean isSameAs(UUID selection, String number, LocalDate on) {
        return selectionId.equals(selection)
                && documentNumber.equals(number)
                && issuedOn.equals(on);
    }
}
