package cn.sihong.review.register;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A place in the tree as reviewing knows it.
 *
 * @param kind {@code BUREAU}, {@code STREET_CENTER}, {@code DIRECT_UNIT} or {@code SCHOOL}
 * @param unitId who screens what it says; absent for those that are no school
 */
public record Organisation(
        UUID id, String name, String kind, @Nullable UUID unitId, @Nullable UUID parentId) {

    public boolean isSchool() {
        return isDirectUnit() || kind.equals("SCHOOL");
    }

    /**
     * The unit whose schools must not judge this school: its street centre or direct unit. A direct
     * unit, and a school of which no unit is known, stands for itself.
     */
    public UUID unit() {
        if (isDirectUnit()) return id;
        if (unitId != null) return unitId;
        return parentId == null ? id : parentId;
    }

    private boolean isDirectUnit() {
        return kind.equals("DIRECT_UNIT");
    }
}
