package cn.sihong.submission.programmes;

import java.util.OptionalInt;

/** Which application forms there are; the applications keep them. */
public interface FormEditions {

    /** How many minutes an edition of a category's form takes; empty where there is none such. */
    OptionalInt minutes(Category category, int edition);
}
