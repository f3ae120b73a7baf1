package cn.sihong.award.selection;

import cn.sihong.award.ranking.Standing;
import cn.sihong.award.register.Work;

import java.util.Objects;
import java.util.UUID;

/**
 * One place of the proposed list (拟表彰名单), in the words that stood when it was proposed.
 *
 * @param place from 1 within its category
 */
public record Winner(
        UUID applicationId,
        String category,
        String categoryName,
        int place,
        String title,
        String summary,
        UUID schoolId,
        String schoolName,
        UUID unitId) {

    static Winner of(Standing standing, Work work, String categoryName) {
        return new Winner(
                work.applicationId(),
                work.category(),
                categoryName,
                Objects.requireNonNull(standing.rank()),
                work.title(),
                work.summary(),
                work.schoolId(),
                work.schoolName(),
                work.unitId());
    }
}
