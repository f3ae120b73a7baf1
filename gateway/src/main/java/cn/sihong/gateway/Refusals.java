package cn.sihong.gateway;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whatever goes wrong while a request is handled, or before it reaches a handler, is answered as a
 * problem. A resolver and not an advice, because an advice is not asked about routes.
 */
@Controller
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals implements HandlerExceptionResolver, ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception e) {
        if (response.isCommitted()) return null;
        try {
            send(refusalOf(e, request), response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable e) {
            send(refusalOf(e, request), response);
        } else if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
                instanceof Integer status) {
            send(Refusal.of(status), response);
        } else {
            send(Refusal.NO_SUCH_PAGE, response); // somebody typed /error
        }
    }

    private static void send(Refusal refusal, HttpServletResponse response) throws IOException {
        if (refusal == Refusal.UNAVAILABLE) refusal.send(response, SOON);
        else refusal.send(response);
    }

    private static Refusal refusalOf(Throwable thrown, HttpServletRequest request) {
        // An upload that grew too large breaks the line to the service, and hides below that
        // failure.
        if (causes(thrown).anyMatch(BodyLimit.Exceeded.class::isInstance)) return Refusal.TOO_LARGE;
        var refusal = causes(thrown).flatMap(e -> known(e).stream()).findFirst();
        if (refusal.isEmpty()) {
            LOG.error("{} failed in a way nobody foresaw", request.getRequestURI(), thrown);
        } else if (refusal.get() == Refusal.UNAVAILABLE) {
            LOG.warn("{} is unavailable: {}", request.getRequestURI(), thrown.toString());
        }
        return refusal.orElse(Refusal.UNEXPECTED);
    }

    private static Optional<Refusal> known(Throwable e) {
        return switch (e) {
            case Keycloak.SignedOut _ -> Optional.of(Refusal.NOT_SIGNED_IN);
            case ErrorResponse answer -> Optional.of(Refusal.of(answer.getStatusCode().value()));
            case OAuth2AuthorizationException _,
                    ResourceAccessException _,
                    // the service died while it answered
                    ConnectionClosedException _,
                    MalformedChunkCodingException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _ ->
                    Optional.of(Refusal.UNAVAILABLE);
            default -> Optional.empty();
        };
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }
}
