package cn.sihong.award.selection;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Programme;

/** What a category is called, those of the further honours too (R60, R61). */
final class CategoryName {

    private static final String OUTSTANDING_SCHOOL = "党建品牌创建突出学校";
    private static final String OUTSTANDING_MEMBER = "党建品牌创建突出党员";

    private CategoryName() {}

    static String of(Programme programme, String category) {
        return switch (category) {
            case Candidate.OUTSTANDING_SCHOOL -> OUTSTANDING_SCHOOL;
            case Candidate.OUTSTANDING_MEMBER -> OUTSTANDING_MEMBER;
            default -> programme.nameOf(category);
        };
    }
}
