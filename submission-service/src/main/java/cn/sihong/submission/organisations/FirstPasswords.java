package cn.sihong.submission.organisations;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Accounts;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.submission.organisations.People.Holder;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClientException;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * First passwords (首次密码): one for each person, by chance, good for one sign-in, and written down
 * nowhere but on the slip that is handed over (ASVS 5.0, 6.4.1). Who has chosen a password keeps
 * it; who has not gets a new one however often it is asked for, and the one before is void. So
 * nothing has to be remembered of an answer that was lost on its way.
 */
@Component
class FirstPasswords {

    /** As many as somebody may wait for before a page. */
    static final int MOST = 200;

    /** What nobody takes for another when they copy it from paper. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private final Organisations organisations;
    private final People people;
    private final Accounts accounts;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final int atOnce;
    private final SecureRandom chance = new SecureRandom();

    FirstPasswords(
            Organisations organisations,
            People people,
            Accounts accounts,
            Audit audit,
            TransactionTemplate transactions,
            AccountSettings settings) {
        this.organisations = organisations;
        this.people = people;
        this.accounts = accounts;
        this.audit = audit;
        this.transactions = transactions;
        this.atOnce = settings.atOnce();
    }

    /** What is handed to one person (密码条). */
    record Slip(String place, String name, String username, String password) {
        /** Nobody reads it in a log. */
        @Override
        public String toString() {
            return "Slip[" + username + "]";
        }
    }

    /**
     * New first passwords for everybody at the organisation, and at the schools of a unit, who has
     * an account and has not chosen a password.
     *
     * @throws InvalidInput if they are more than {@value #MOST}
     * @throws SignInAway if Keycloak does not answer; whoever got one meanwhile gets another
     */
    List<Slip> give(Actor actor, Role role, Organisation.Id at) throws InterruptedException {
        var holders = people.holders(organisations.get(at).id());
        if (holders.size() > MOST)
            throw new InvalidInput(
                    "id", "这里共有 %d 人，一次最多为 %d 人生成，请按学校分别办理。".formatted(holders.size(), MOST));
        var given = new ArrayList<Given>();
        try (var workers = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<Callable<Optional<Given>>> work =
                    holders.stream()
                            .map(one -> (Callable<Optional<Given>>) () -> give(one))
                            .toList();
            for (var done : workers.invokeAll(work)) done.get().ifPresent(given::add);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RestClientException) throw new SignInAway("首次密码没有生成");
            throw new IllegalStateException(failed.getCause());
        }
        transactions.executeWithoutResult(
                _ -> given.forEach(one -> record(actor, role, one.holder())));
        return given.stream().map(Given::slip).toList();
    }

    private record Given(Holder holder, String password) {
        Slip slip() {
            return new Slip(holder.place(), holder.name(), holder.username(), password);
        }
    }

    private Optional<Given> give(Holder holder) {
        var password = password();
        return accounts.giveFirstPassword(holder.subject(), password)
                ? Optional.of(new Given(holder, password))
                : Optional.empty();
    }

    private void record(Actor actor, Role role, Holder holder) {
        audit.record(
                actor, role, Deed.of("account.first-password", "person", holder.subject(), null));
    }

    /** Some 59 bits, in groups that are read aloud without a slip of the tongue. */
    private String password() {
        var password = new StringBuilder();
        for (int n = 0; n < GROUPS * GROUP; n++) {
            if (n > 0 && n % GROUP == 0) password.append('-');
            password.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
