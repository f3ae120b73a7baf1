package cn.sihong.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How often one address may call what needs no sign-in, and how often one person may call at all.
 * Counted in this process only: two gateways let twice as much through, which is good enough
 * against floods and costs no query. Guessing passwords is Keycloak's to stop, per account.
 */
final class Limits extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Rule(RequestMatcher matcher, int perMinute) {
        Bucket fullBucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                    .build();
        }
    }

    private record Caller(Rule rule, String who) {}

    private final List<Rule> rules;
    private final Function<HttpServletRequest, Optional<String>> who;

    /** A bucket nobody touched for a minute is full again, so forgetting it changes nothing. */
    private final Cache<Caller, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(MINUTE).build();

    private Limits(List<Rule> rules, Function<HttpServletRequest, Optional<String>> who) {
        this.rules = rules;
        this.who = who;
    }

    /** The first limit that matches a path counts; a path without one is not counted. */
    static Limits ofAddresses(List<Settings.Limit> limits) {
        return new Limits(
                limits.stream()
                        .map(limit ->
                                new Rule(
                                        PathPatternRequestMatcher.pathPattern(limit.path()),
                                        limit.perMinute()))
                        .toList(),
                request -> Optional.of(network(request.getRemoteAddr())));
    }

    /** Stands where it is known who calls; whoever is nobody yet is not counted. */
    static Limits ofPeople(int perMinute) {
        return new Limits(
                List.of(new Rule(AnyRequestMatcher.INSTANCE, perMinute)),
                request -> Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName));
    }

    /** Both kinds stand in one chain, and each has its own say. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return super.getAlreadyFilteredAttributeName() + "." + System.identityHashCode(this);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller =
                rules.stream()
                        .filter(rule -> rule.matcher().matches(request))
                        .findFirst()
                        .flatMap(rule -> who.apply(request).map(name -> new Caller(rule, name)));
        if (caller.isPresent()) {
            var asked =
                    buckets.get(caller.get(), c -> c.rule().fullBucket())
                            .tryConsumeAndReturnRemaining(1);
            if (!asked.isConsumed()) {
                var wait = Duration.ofNanos(asked.getNanosToWaitForRefill()).plusSeconds(1);
                Refusal.TOO_MANY_REQUESTS.send(response, wait);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** With IPv6 one subscriber holds 2^64 addresses, so the network is counted instead. */
    private static String network(String address) {
        return InetAddress.ofLiteral(address) instanceof Inet6Address v6
                ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), 8))
                : address;
    }
}
