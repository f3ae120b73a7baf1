package cn.sihong.award.selection;

/** The whole list of a selection fell; told within the same transaction. */
public record ListAnnulled(Selection.Id selection) {}
