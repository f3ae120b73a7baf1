package cn.sihong.award.selection;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Programmes;
import cn.sihong.award.register.Works;
import cn.sihong.award.selection.Selection.Open;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a selection together with its ranking. */
@Component
class SelectionDetails {

    private final SelectionLifecycle lifecycle;
    private final Packages packages;
    private final Programmes programmes;
    private final Works works;

    SelectionDetails(
            SelectionLifecycle lifecycle, Packages packages, Programmes programmes, Works works) {
        this.lifecycle = lifecycle;
        this.packages = packages;
        this.programmes = programmes;
        this.works = works;
    }

    @Transactional(readOnly = true)
    public SelectionDetail get(Selection.Id id) {
        var selection = lifecycle.get(id);
        var programme = programmes.get(selection.entry().programmeId());
        boolean preview = selection instanceof Open;
        var result =
                selection instanceof Open open
                        ? lifecycle.compute(open, programme)
                        : packages.get(id).read();
        return new SelectionDetail(
                selection,
                programme,
                preview,
                result.rules(),
                Ties.settled(result.output(), result.rules(), packages.orders(id)),
                result.scores().stream()
                        .collect(Collectors.toMap(Candidate::applicationId, Function.identity())),
                works.of(programme.id()));
    }

    /** The bytes that were hashed when it was frozen. */
    @Transactional(readOnly = true)
    public PackageText text(Selection.Id id) {
        if (lifecycle.get(id) instanceof Open open)
            throw new cn.sihong.platform.problem.NotPossibleNow("下载算分包", open.word());
        return packages.get(id);
    }
}
