package cn.sihong.review.mutualreview;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.review.draw.Draw;
import cn.sihong.review.draw.Pair;
import cn.sihong.review.mutualreview.Round.Closed;
import cn.sihong.review.mutualreview.Round.Drawing;
import cn.sihong.review.mutualreview.Round.Sealed;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Seats;
import cn.sihong.review.scoresheets.ScoreSheetLifecycle;
import cn.sihong.review.scoresheets.SheetComments;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the bureau sees of a round. */
@Component
class RoundViews {

    record RoundView(
            UUID id,
            UUID programmeId,
            int k,
            State state,
            long version,
            @Nullable Integer schools,
            @Nullable String seedSource,
            @Nullable String commitment,
            @Nullable String seed,
            @Nullable List<String> witnesses,
            @Nullable Integer pairs,
            @Nullable String sheetHash,
            int sheets,
            int locked,
            int run,
            @Nullable String inspectionNote,
            List<UndoneRun> undone) {

        enum State {
            PREPARED,
            COMMITTED,
            DRAWN,
            INSPECTED,
            RELEASED,
            CLOSED
        }
    }

    /** A draw that was undone before anything was scored. */
    record UndoneRun(int run, String commitment, String seed, String sheetHash, String reason) {}

    /**
     * What the replacement desk did.
     *
     * @param sheet the text whose SHA-256 is the hash
     */
    record Mending(int number, String reason, String sheet, String sheetHash, Instant at) {}

    /**
     * The two means of each application, side by side.
     *
     * @param method how both are counted
     * @param comments what was said of one's own applications, in no order that tells who
     */
    record ResultSheet(
            String method, List<NamedResult> results, Map<UUID, List<String>> comments) {}

    record NamedResult(
            UUID applicationId,
            UUID schoolId,
            @Nullable String schoolName,
            String category,
            long trimmedMean,
            long calibratedMean,
            long plainMean,
            long lowest,
            long highest,
            int scores,
            boolean fewScores) {}

    /** A reviewing school, as discipline sees it. */
    record NamedReviewer(
            UUID schoolId,
            @Nullable String schoolName,
            int scores,
            long mean,
            long deviation,
            long leniency,
            List<String> signs) {}

    /**
     * The draw sheet (抽签单).
     *
     * @param list the text whose SHA-256 is the commitment
     * @param sheet the text whose SHA-256 is the sheet's hash: list, seed, pairs
     * @param method how the pairs follow from list and seed
     * @param pairs the same pairs with names
     */
    record DrawSheet(
            UUID id,
            String commitment,
            String seedSource,
            String seed,
            List<String> witnesses,
            String list,
            String sheet,
            String sheetHash,
            String method,
            List<NamedPair> pairs,
            List<Mending> replacements) {}

    record NamedPair(
            UUID reviewing,
            @Nullable String reviewingName,
            UUID judged,
            @Nullable String judgedName) {}

    private static final String METHOD =
            """
            一、随机数：密钥 = SHA-256(承诺值 + 换行 + 种子)；第 n 块 = SHA-256(密钥 + n 的 8 字节大端表示)，n 从 0 起，\
            每块依次取 4 个无符号 64 位数；取 0 至 b-1 的数时，弃去最后不足一轮的数，再对 b 取余。
            二、将名单中的学校（按编号顺序）用 Fisher–Yates 法（自末位起）打乱成一圈。
            三、将 1 至 (N-1)/2 打乱，取前 k 个为间隔，逐个再取 0 或 1，取 1 时以 N 减之；每校评议其后相隔这些间隔的学校。
            四、逐个检查评议关系，同单位的、有回避关系的、与上年重复的、或某校的评议者全来自一个单位的，\
            与随机抽取的另一关系交换对象，直到全部合规。
            程序源码：cn.sihong.review.draw.Draw；独立校验：java DrawVerifier.java 承诺值 抽签单文件 [递补单文件 …]。
            """;

    private static final String MEANS =
            """
            去极端均分：5 份及以上评分去掉最高、最低各 1 份，9 份及以上各去 2 份，其余取平均；不足 5 份不去，并注明。
            校准分：把每份评分看作“项目水平 + 评议校宽严 + 偶然差异”，轮流估计项目水平（各份评分减去评议校宽严后的平均）\
            与评议校宽严（其评分与项目水平之差的总和，除以评分份数加 1），直到不再变化；给分普遍偏高或偏低的评议校由此被折算到同一尺度。
            两种均分并列公布，校准分只供参考，不替代去极端均分；没有评分的项目不出现，不按零分计。
            """;

    private final Rounds rounds;
    private final RoundLifecycle lifecycle;
    private final ScoreSheetLifecycle sheets;
    private final Organisations organisations;
    private final Witnesses witnesses;
    private final Replacements replacements;
    private final Duties duties;
    private final Results results;
    private final SheetComments comments;
    private final Seats seats;

    RoundViews(
            Rounds rounds,
            RoundLifecycle lifecycle,
            ScoreSheetLifecycle sheets,
            Organisations organisations,
            Witnesses witnesses,
            Replacements replacements,
            Duties duties,
            Results results,
            SheetComments comments,
            Seats seats) {
        this.rounds = rounds;
        this.lifecycle = lifecycle;
        this.sheets = sheets;
        this.organisations = organisations;
        this.witnesses = witnesses;
        this.replacements = replacements;
        this.duties = duties;
        this.results = results;
        this.comments = comments;
        this.seats = seats;
    }

    @Transactional(readOnly = true)
    public List<RoundView> ofProgramme(UUID programme) {
        return rounds.ofProgramme(programme).map(this::view).stream().toList();
    }

    @Transactional(readOnly = true)
    public RoundView of(Round round) {
        return view(round);
    }

    @Transactional(readOnly = true)
    public DrawSheet drawSheet(UUID id) {
        var round = lifecycle.get(id);
        var sealed = Rounds.sealed(round);
        var drawing = Rounds.drawing(round);
        if (sealed == null || drawing == null) throw new NotPossibleNow("查看抽签单", round.inWords());
        return drawSheet(id, sealed, drawing);
    }

    private DrawSheet drawSheet(UUID id, Sealed sealed, Drawing drawing) {
        var pairs = rounds.drawn(lifecycle.get(id));
        return new DrawSheet(
                id,
                sealed.commitment(),
                sealed.list().seedSource(),
                drawing.seed(),
                names(id, sealed.run()),
                sealed.list().canonical(),
                new Draw(sealed.list(), drawing.seed(), pairs).sheet(),
                drawing.sheetHash(),
                METHOD,
                named(pairs),
                replacements.of(lifecycle.get(id)).stream()
                        .map(it ->
                                new Mending(
                                        it.number(),
                                        it.reason(),
                                        it.sheet(),
                                        it.sheetHash(),
                                        it.at()))
                        .toList());
    }

    private RoundView view(Round round) {
        var plan = round.plan();
        var sealed = Rounds.sealed(round);
        var drawing = Rounds.drawing(round);
        var inspection = Rounds.inspection(round);
        var progress = sheets.progress(plan.id());
        var schools = sealed == null ? null : sealed.list().schools().size();
        return new RoundView(
                plan.id(),
                plan.programmeId(),
                plan.k(),
                RoundView.State.valueOf(Rounds.state(round)),
                round.version(),
                schools,
                sealed == null ? null : sealed.list().seedSource(),
                sealed == null ? null : sealed.commitment(),
                drawing == null ? null : drawing.seed(),
                sealed == null ? null : names(plan.id(), sealed.run()),
                drawing == null || schools == null ? null : schools * plan.k(),
                drawing == null ? null : drawing.sheetHash(),
                progress.sheets(),
                progress.locked(),
                round.run(),
                inspection == null ? null : inspection.note(),
                rounds.undone(plan.id()));
    }

    /** How many sheets every school has to do, and has done. */
    @Transactional(readOnly = true)
    public List<Duties.View> duties(UUID id) {
        return duties.of(lifecycle.get(id));
    }

    /** Where judges lie far apart. */
    @Transactional(readOnly = true)
    public List<Results.Gap> gaps(UUID id) {
        return results.gaps(lifecycle.get(id).plan().id());
    }

    /** How severe each reviewing school is; for discipline. */
    @Transactional(readOnly = true)
    public List<NamedReviewer> severity(UUID id) {
        var reviewers = Severity.of(sheets.given(lifecycle.get(id).plan().id()));
        var names = organisations.names(reviewers.stream().map(Severity.Reviewer::school).toList());
        return reviewers.stream()
                .map(it ->
                        new NamedReviewer(
                                it.school(),
                                names.get(it.school()),
                                it.scores(),
                                it.mean(),
                                it.deviation(),
                                it.leniency(),
                                it.signs().stream().map(Severity.Sign::chinese).toList()))
                .toList();
    }

    /** Nothing before the round is closed; then a school sees its own, its unit its schools'. */
    @Transactional(readOnly = true)
    public ResultSheet results(UUID id, Actor actor) {
        var round = lifecycle.get(id);
        if (!(round instanceof Closed)) throw new NotPossibleNow("查看互评结果", round.inWords());
        var all = results.ofRound(id);
        var names = organisations.names(all.stream().map(Results.Result::schoolId).toList());
        return new ResultSheet(
                MEANS,
                all.stream()
                        .map(it ->
                                new NamedResult(
                                        it.applicationId(),
                                        it.schoolId(),
                                        names.get(it.schoolId()),
                                        it.category(),
                                        it.trimmedMean(),
                                        it.calibratedMean(),
                                        it.plainMean(),
                                        it.lowest(),
                                        it.highest(),
                                        it.scores(),
                                        it.scores() < Score.DROP_ONE_FROM))
                        .toList(),
                comments.about(id, seats.organisationsOf(actor.subject())));
    }

    private List<String> names(UUID round, int run) {
        return witnesses.of(round, run).stream().map(Witness::name).toList();
    }

    private List<NamedPair> named(List<Pair> pairs) {
        Map<UUID, String> names =
                organisations.names(pairs.stream().map(Pair::reviewing).distinct().toList());
        return pairs.stream()
                .map(pair ->
                        new NamedPair(
                                pair.reviewing(),
                                names.get(pair.reviewing()),
                                pair.judged(),
                                names.get(pair.judged())))
                .toList();
    }
}
