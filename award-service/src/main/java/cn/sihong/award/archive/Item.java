package cn.sihong.award.archive;

import java.time.LocalDate;

/**
 * One document of a package (件).
 *
 * @param path within the package, {@code 03-公示/公示-1.txt}
 * @param kind of document, in the archivist's words
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record Item(String path, String title, String kind, LocalDate dated, byte[] bytes) {}
