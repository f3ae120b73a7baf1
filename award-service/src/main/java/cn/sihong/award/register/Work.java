package cn.sihong.award.register;

import java.util.UUID;

/**
 * What a received application says of itself, for people to read.
 *
 * @param number given by the bureau on receipt
 * @param schoolName empty as long as the school has not been heard of
 */
public record Work(
        UUID applicationId,
        String number,
        String category,
        String title,
        String summary,
        UUID schoolId,
        String schoolName,
        UUID unitId) {}
