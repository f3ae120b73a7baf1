package cn.sihong.award.selection;

import cn.sihong.award.ranking.PackageText;
import cn.sihong.award.ranking.ResultPackage;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Declarations;
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
    private final Field field;
    private final Declarations declarations;

    SelectionDetails(
            SelectionLifecycle lifecycle,
            Packages packages,
            Programmes programmes,
            Works works,
            Field field,
            Declarations declarations) {
        this.lifecycle = lifecycle;
        this.packages = packages;
        this.programmes = programmes;
        this.works = works;
        this.field = field;
        this.declarations = declarations;
    }

    @Transactional(readOnly = true)
    public SelectionDetail get(Selection.Id id) {
        var selection = lifecycle.get(id);
        var programme = programmes.get(selection.entry().programmeId());
        boolean preview = selection instanceof Open;
        var result = resultOf(selection);
        return new SelectionDetail(
                selection,
                programme,
                preview,
                declarations.of(programme.id()).superseded(),
                result.rules(),
                result.settled(packages.orders(id)),
                result.scores().stream()
                        .collect(Collectors.toMap(Candidate::applicationId, Function.identity())),
                works.standingIn(programme.id()));
    }

    /** The frozen package; while nothing is frozen what it would be now. */
    @Transactional(readOnly = true)
    public ResultPackage result(Selection.Id id) {
        return resultOf(lifecycle.get(id));
    }

    private ResultPackage resultOf(Selection selection) {
        return selection instanceof Open open
                ? field.of(open)
                : packages.get(selection.entry().id()).read();
    }

    /** The bytes that were hashed when it was frozen. */
    @Transactional(readOnly = true)
    public PackageText text(Selection.Id id) {
        if (lifecycle.get(id) instanceof Open open)
            throw new cn.sihong.platform.problem.NotPossibleNow("下载算分包", open.word());
        return packages.get(id);
    }
}
