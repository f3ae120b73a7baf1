package cn.sihong.platform.problem;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every refusal, ours and the framework's, into one shape. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        if (refusal.kind() == Refusal.Kind.FORBIDDEN) Refused.note(request, refusal.code());
        return answered(refusal);
    }

    private static ResponseEntity<ProblemDetail> answered(Refusal refusal) {
        var problem =
                ProblemWriter.problem(statusOf(refusal.kind()), refusal.code(), refusal.sentence());
        if (!refusal.errors().isEmpty()) problem.setProperty("errors", refusal.errors());
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler({TransientDataAccessException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> busy(Exception e) {
        LOG.warn("The database did not answer in time", e);
        var problem =
                ProblemWriter.problem(
                        HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "系统正忙，请稍等片刻再试；您的操作没有生效。");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        LOG.error("A request failed in a way nobody foresaw", e);
        return ResponseEntity.of(
                        ProblemWriter.problem(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                "unexpected",
                                "系统出现意外，操作没有生效；请稍后再试，如仍不行请联系党建办。"))
                .build();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var errors =
                e.getBindingResult().getAllErrors().stream()
                        .map(error ->
                                new Refusal.FieldError(
                                        error instanceof FieldError field
                                                ? field.getField()
                                                : error.getObjectName(),
                                        String.valueOf(error.getDefaultMessage())))
                        .toList();
        var problem = answered(new InvalidInput(errors));
        return new ResponseEntity<>(problem.getBody(), problem.getStatusCode());
    }

    /**
     * What the framework refuses by itself gets our code and a sentence in place of its English.
     */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        var status = HttpStatus.valueOf(statusCode.value());
        return new ResponseEntity<>(
                switch (status) {
                    case BAD_REQUEST ->
                            ProblemWriter.problem(
                                    status, "unreadable-request", "提交的内容无法识别，请检查格式后重新提交。");
                    case NOT_FOUND ->
                            ProblemWriter.problem(status, "no-such-page", "没有这个地址，请检查链接。");
                    case METHOD_NOT_ALLOWED ->
                            ProblemWriter.problem(status, "method-not-allowed", "这个地址不支持该操作。");
                    case CONTENT_TOO_LARGE ->
                            ProblemWriter.problem(status, "too-large", "提交的内容过大，请精简后重试。");
                    case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE ->
                            ProblemWriter.problem(
                                    status, "unsupported-format", "不支持这种格式，请按页面要求提交。");
                    default -> ProblemWriter.problem(status, "refused", "请求未被接受，请检查后重试。");
                },
                headers,
                status);
    }

    private static HttpStatus statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
