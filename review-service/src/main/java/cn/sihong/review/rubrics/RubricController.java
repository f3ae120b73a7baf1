package cn.sihong.review.rubrics;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
class RubricController {

    private final Rubrics rubrics;

    RubricController(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    /** A category's rubric; {@code SCHOOL} is the one for the school as a whole. */
    record RubricView(
            UUID id, Subject category, int edition, String name, List<Criterion> criteria) {
        static RubricView of(Rubric rubric) {
            return new RubricView(
                    rubric.id(),
                    rubric.subject(),
                    rubric.edition(),
                    rubric.name(),
                    rubric.criteria());
        }
    }

    @GetMapping("/api/rubrics")
    @Transactional(readOnly = true)
    public List<RubricView> of(@RequestParam UUID programme) {
        return rubrics.of(programme).rubrics().stream().map(RubricView::of).toList();
    }
}
