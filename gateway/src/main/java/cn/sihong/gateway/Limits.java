package cn.sihong.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * How often one address may call what needs no sign-in. Counted in this process only: two gateways
 * let twice as much through, which is good enough against floods and costs no query. Guessing
 * passwords is Keycloak's to stop, per account.
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

    private record Caller(Rule rule, String address) {}

    private final List<Rule> rules;

    /** A bucket nobody touched for a minute is full again, so forgetting it changes nothing. */
    private final Cache<Caller, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(MINUTE).build();

    Limits(List<Settings.Limit> limits) {
        rules =
                limits.stream()
                        .map(limit ->
                                new Rule(
                                        PathPatternRequestMatcher.pathPattern(limit.path()),
                                        limit.perMinute()))
                        .toList();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var rule = rules.stream().filter(r -> r.matcher().matches(request)).findFirst();
        if (rule.isPresent()) {
            var caller = new Caller(rule.get(), network(request.getRemoteAddr()));
            var asked =
                    buckets.get(caller, c -> c.rule().fullBucket()).tryConsumeAndReturnRemaining(1);
            if (!asked.isConsumed()) {
                var wait = Duration.ofNanos(asked.getNanosToWaitForRefill()).plusSeconds(1);
                Refusal.TOO_MANY_REQUESTS.send(response, wait);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** With IPv6 one subscriber holds 2^64 addresses, so the network is counted instead. */
    private static String network(String address) throws UnknownHostException {
        return InetAddress.getByName(address) instanceof Inet6Address v6
                ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), 8))
                : address;
    }
}
