package cn.sihong.submission.applications;

import cn.sihong.platform.problem.Refusal;
import cn.sihong.submission.programmes.Category;

/** The school has as many applications of the category as the programme allows. */
class CategoryFull extends Refusal {
    private static final long serialVersionUID = 1;

    CategoryFull(Category category, int max) {
        super(
                Kind.CONFLICT,
                "category-full",
                "本校“%s”最多申报 %d 份，已经达到上限；如需更换，请先撤回一份。".formatted(category.chinese(), max));
    }
}
