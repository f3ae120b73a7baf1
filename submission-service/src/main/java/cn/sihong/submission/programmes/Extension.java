package cn.sihong.submission.programmes;

import cn.sihong.submission.organisations.Organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * More time for one unit in one stage.
 *
 * @param until the last day, included
 * @param approvedBy who allowed it, as the record names them
 * @param grantedBy the officer who entered it
 */
public record Extension(
        Organisation.Id unit,
        Stage stage,
        LocalDate until,
        String reason,
        String approvedBy,
        UUID grantedBy,
        Instant grantedAt) {}
