package cn.sihong.award.deliberation;

/**
 * That a whole list no longer stands, decided like the list itself: after an appeal that was
 * sustained, or where a rule was found broken.
 *
 * @param reason in words that may be published
 */
record Annulment(String reason) {}
