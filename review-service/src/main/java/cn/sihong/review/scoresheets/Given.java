package cn.sihong.review.scoresheets;

import java.util.UUID;

/**
 * What one locked sheet says of one application.
 *
 * @param schoolId whose application it is
 * @param thirdLook given because the others lay far apart
 * @param total milli-points
 */
public record Given(
        UUID applicationId,
        UUID schoolId,
        String category,
        UUID sheetId,
        UUID reviewing,
        boolean thirdLook,
        long total) {}
