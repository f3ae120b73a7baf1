package cn.sihong.award.selection;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Programme;

/** What a category is called, those of the further honours too (R60). */
final class CategoryName {

    private static final String OUTSTANDING_SCHOOL = "党建品牌创建突出学校";

    private CategoryName() {}

    static String of(Programme programme, String category) {
        return category.equals(Candidate.OUTSTANDING_SCHOOL)
                ? OUTSTANDING_SCHOOL
                : programme.nameOf(category);
    }
}
