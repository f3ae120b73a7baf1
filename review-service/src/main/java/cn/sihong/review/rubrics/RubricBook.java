package cn.sihong.review.rubrics;

import java.util.List;

/** The five rubrics by which a programme is judged. */
public record RubricBook(List<Rubric> rubrics) {

    public RubricBook {
        rubrics = List.copyOf(rubrics);
    }

    public Rubric of(Subject subject) {
        return rubrics.stream()
                .filter(rubric -> rubric.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    /** The rubric of a category, by its wire name. */
    public Rubric ofCategory(String category) {
        return of(Subject.valueOf(category));
    }
}
