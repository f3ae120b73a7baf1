package cn.sihong.award.selection;

import cn.sihong.award.ranking.Rules;
import cn.sihong.award.ranking.Standing;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Programme;
import cn.sihong.award.register.Work;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A selection with its ranking, as people look at it.
 *
 * @param preview true while it is open: what freezing now would give
 * @param superseded whether the programme was changed after the first score, in vain
 * @param standings after the vote those it settled
 */
record SelectionDetail(
        Selection selection,
        Programme programme,
        boolean preview,
        boolean superseded,
        Rules rules,
        List<Standing> standings,
        Map<UUID, Candidate> scores,
        Map<UUID, Work> works) {}
