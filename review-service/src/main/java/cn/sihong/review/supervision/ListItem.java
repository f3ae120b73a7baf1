package cn.sihong.review.supervision;

import java.util.UUID;

/**
 * An item on the yearly list of what may be supervised (年度督查检查考核清单).
 *
 * @param number as the list numbers it
 * @param document by which document the list was approved or filed
 */
record ListItem(UUID id, int year, String number, String title, String document) {}
