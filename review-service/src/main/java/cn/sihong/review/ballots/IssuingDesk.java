package cn.sihong.review.ballots;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sihong.review.ballots.Credential.Account;
import cn.sihong.review.ballots.Credential.Code;
import cn.sihong.review.blindsignatures.Signer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Signs one token for each member of the electorate, without seeing it. That somebody came is
 * remembered until the count; no audit row and no event says so, and nothing says when.
 */
@Component
class IssuingDesk {

    private final Desks desks;
    private final Rolls rolls;
    private final KeyCase keys;
    private final Clock clock;

    IssuingDesk(Desks desks, Rolls rolls, KeyCase keys, Clock clock) {
        this.desks = desks;
        this.rolls = rolls;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Signs what it is shown. The same question again gets the same answer, so that a lost one
     * costs nobody a vote; another question of the same person is refused.
     */
    @Transactional
    public byte[] sign(UUID appraisal, Credential credential, byte[] blinded) {
        var desk = desks.lock(appraisal);
        var key = desk.signingKey();
        if (key == null || !desk.isOpenOn(LocalDate.now(clock))) throw new BallotNotOpen(desk);
        var signature = Signer.of(keys.open(key)).sign(blinded);
        switch (credential) {
            case Account account -> {
                var entry =
                        rolls.entryOf(appraisal, account.username())
                                .orElseThrow(NotOnTheRoll::new)
                                .toString();
                var question = question(entry, blinded);
                if (!desk.hasAnswered(question)) {
                    if (Ascending.contains(desk.collected(), entry)) throw new AlreadyCollected();
                    desks.save(appraisal, desk.collect(entry, question));
                }
            }
            case Code code -> {
                var hash = hash(code.typed());
                var question = question(hash, blinded);
                if (!desk.hasAnswered(question)) {
                    if (!Ascending.contains(desk.codes(), hash)) throw new NoSuchCode();
                    desks.save(appraisal, desk.exchange(hash, question));
                }
            }
        }
        return signature;
    }

    static String hash(String code) {
        return hex(Sha256.of("sihong-code".getBytes(UTF_8), Crockford.read(code).getBytes(UTF_8)));
    }

    private static String question(String who, byte[] blinded) {
        return hex(Sha256.of(who.getBytes(UTF_8), blinded));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
