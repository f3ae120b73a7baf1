package cn.sihong.award.objections;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who objects. Outside of this package's {@link Objectors} it exists only encrypted.
 *
 * @param name a person's real name, or that of who signs for the unit
 * @param unitName absent for a person
 * @param contact how to ask back
 * @param facts what was said, word for word
 */
record Objector(String name, @Nullable String unitName, String contact, String facts) {

    /** What would betray the speaker. */
    List<String> marks() {
        return Stream.of(name, unitName, contact)
                .filter(java.util.Objects::nonNull)
                .map(String::strip)
                .toList();
    }
}
