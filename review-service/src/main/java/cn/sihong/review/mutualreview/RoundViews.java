package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.review.draw.Draw;
import cn.sihong.review.draw.Pair;
import cn.sihong.review.mutualreview.Round.Drawing;
import cn.sihong.review.mutualreview.Round.Sealed;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.scoresheets.ScoreSheetLifecycle;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
            String state,
            long version,
            @Nullable Integer schools,
            @Nullable String seedSource,
            @Nullable String commitment,
            @Nullable String seed,
            @Nullable List<String> witnesses,
            @Nullable Integer pairs,
            @Nullable String sheetHash,
            int sheets,
            int locked) {}

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
            List<NamedPair> pairs) {}

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
            四、逐个检查评议关系，同单位的、或某校的评议者全来自一个单位的，与随机抽取的另一关系交换对象，直到全部合规。
            程序源码：cn.sihong.review.draw.Draw；独立校验：cn.sihong.review.draw.DrawVerifier。
            """;

    private final Rounds rounds;
    private final RoundLifecycle lifecycle;
    private final ScoreSheetLifecycle sheets;
    private final Organisations organisations;

    RoundViews(
            Rounds rounds,
            RoundLifecycle lifecycle,
            ScoreSheetLifecycle sheets,
            Organisations organisations) {
        this.rounds = rounds;
        this.lifecycle = lifecycle;
        this.sheets = sheets;
        this.organisations = organisations;
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
        var pairs = rounds.pairs(id);
        return new DrawSheet(
                id,
                sealed.commitment(),
                sealed.list().seedSource(),
                drawing.seed(),
                List.of(drawing.witnesses().one(), drawing.witnesses().two()),
                sealed.list().canonical(),
                new Draw(sealed.list(), drawing.seed(), pairs).sheet(),
                drawing.sheetHash(),
                METHOD,
                named(pairs));
    }

    private RoundView view(Round round) {
        var plan = round.plan();
        var sealed = Rounds.sealed(round);
        var drawing = Rounds.drawing(round);
        var progress = sheets.progress(plan.id());
        var schools = sealed == null ? null : sealed.list().schools().size();
        return new RoundView(
                plan.id(),
                plan.programmeId(),
                plan.k(),
                Rounds.state(round),
                round.version(),
                schools,
                sealed == null ? null : sealed.list().seedSource(),
                sealed == null ? null : sealed.commitment(),
                drawing == null ? null : drawing.seed(),
                drawing == null
                        ? null
                        : List.of(drawing.witnesses().one(), drawing.witnesses().two()),
                drawing == null || schools == null ? null : schools * plan.k(),
                drawing == null ? null : drawing.sheetHash(),
                progress.sheets(),
                progress.locked());
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
