package cn.sihong.review.circulars;

import cn.sihong.platform.text.TextFaults;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A circular, being written or issued. */
sealed interface Circular {

    /** Characters, as people count them. */
    int MOST = 5_000;

    Head head();

    Content content();

    /**
     * What does not change about it, and the version that does.
     *
     * @param author who wrote it last
     */
    record Head(UUID id, UUID programmeId, UUID author, long version) {}

    /**
     * The four parts of the layout.
     *
     * @param overview 总体情况
     * @param practices 主要做法和亮点
     * @param problems 存在问题, by type
     * @param requirements 下一步要求
     * @param replyBy until when schools report back (反馈时限); absent while it is open
     */
    record Content(
            String title,
            String overview,
            String practices,
            String problems,
            String requirements,
            @Nullable LocalDate replyBy) {

        int length() {
            return parts().mapToInt(TextFaults::length).sum();
        }

        List<String> schoolsNamed(Collection<String> schools) {
            return schools.stream()
                    .filter(school -> parts().anyMatch(part -> part.contains(school)))
                    .sorted()
                    .toList();
        }

        boolean isComplete() {
            return replyBy != null && parts().noneMatch(String::isBlank);
        }

        private Stream<String> parts() {
            return Stream.of(title, overview, practices, problems, requirements);
        }
    }

    /** Being written. */
    record Draft(Head head, Content content) implements Circular {

        Draft revise(Content revised, UUID author) {
            return new Draft(
                    new Head(head.id(), head.programmeId(), author, head.version()), revised);
        }

        /**
         * @param schools the names of all schools, none of which may stand in it
         */
        Issued issue(UUID by, Instant at, Collection<String> schools) {
            if (by.equals(head.author())) throw new AuthorIssues();
            if (!content.isComplete()) throw new CircularIncomplete();
            if (content.length() > MOST) throw new CircularTooLong(content.length());
            var named = content.schoolsNamed(schools);
            if (!named.isEmpty()) throw new SchoolNamed(named);
            return new Issued(head, content, by, at);
        }
    }

    /** What everybody may read. */
    record Issued(Head head, Content content, UUID by, Instant at) implements Circular {}
}
