package cn.sihong.submission.batches;

import cn.sihong.platform.problem.Refusal;
import cn.sihong.submission.batches.Preview.SchoolLine;

import java.util.List;
import java.util.stream.Collectors;

/** A school stays below the minimum of R44 and nobody has said why. */
class MinimumUnexplained extends Refusal {
    private static final long serialVersionUID = 1;

    MinimumUnexplained(List<SchoolLine> schools) {
        super(
                Kind.INVALID,
                "minimum-unexplained",
                "有 %d 所学校未达到最低申报数量，请逐校说明原因后再报送。".formatted(schools.size()),
                schools.stream().map(MinimumUnexplained::fault).toList());
    }

    private static FieldError fault(SchoolLine school) {
        var missing =
                school.missing().stream()
                        .map(line ->
                                "%s应有 %d 份、现有 %d 份"
                                        .formatted(line.chinese(), line.needs(), line.has()))
                        .collect(Collectors.joining("，"));
        return new FieldError(
                "reasons." + school.schoolId(), "%s：%s。".formatted(school.name(), missing));
    }
}
