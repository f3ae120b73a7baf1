package cn.sihong.submission.tasks;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that waits for the person who asks.
 *
 * @param kind stable name, {@code plans-to-gate}
 * @param title what to do, with how many, {@code 3 份实施方案待审核}
 * @param subjectId what it is about: a record, or the organisation whose records they are
 * @param link the workbench's page to do it on
 * @param dueOn the last day, if there is one
 */
public record Task(
        String kind,
        String title,
        UUID programmeId,
        UUID subjectId,
        String link,
        @Nullable LocalDate dueOn) {}
