package cn.sihong.platform.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text somebody typed. Counted in characters as people count them (code points, line ends once),
 * so that a rare name character is one. Control characters and direction overrides are refused, and
 * so are ID-card and mobile numbers: what is typed here may be read by others (design.md §8).
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Rule.class)
public @interface Text {

    /** At most so many characters. */
    int max();

    /** At least so many characters, white space around it not counted; 0 lets it be empty. */
    int min() default 0;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says what is wrong with a text, in a sentence for its author. */
    class Rule implements ConstraintValidator<Text, String> {

        private int min;
        private int max;

        @Override
        public void initialize(Text text) {
            min = text.min();
            max = text.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            var fault = TextFaults.find(text == null ? "" : text, min, max);
            fault.ifPresent(sentence -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(
                                sentence.replace("{", "\\{").replace("$", "\\$"))
                        .addConstraintViolation();
            });
            return fault.isEmpty();
        }
    }
}
