package cn.sihong.award.selection;

/**
 * The whole list of a selection fell; told within the same transaction.
 *
 * @param reason in words that may be published
 */
public record ListAnnulled(Selection.Id selection, String reason) {}
