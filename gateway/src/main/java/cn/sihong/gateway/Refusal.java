package cn.sihong.gateway;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Every no the gateway says by itself, in the shape the services use (RFC 9457 plus a code). */
enum Refusal {
    UNREADABLE(HttpStatus.BAD_REQUEST, "unreadable-request", "提交的内容无法识别，请检查格式后重新提交。"),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "not-signed-in", "您还没有登录，或登录已过期，请重新登录。"),
    ROLE_NOT_ALLOWED(HttpStatus.FORBIDDEN, "role-not-allowed", "您的岗位没有这项权限，如有需要请联系党建办。"),
    STALE_PAGE(HttpStatus.FORBIDDEN, "stale-page", "页面已过期，操作没有生效，请刷新页面后重试。"),
    NO_SUCH_PAGE(HttpStatus.NOT_FOUND, "no-such-page", "没有这个地址，请检查链接。"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "这个地址不支持该操作。"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "提交的内容过大，请压缩或精简后重试。"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "操作过于频繁，请稍等片刻再试。"),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "系统出现意外，操作没有生效；请稍后再试，如仍不行请联系党建办。"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "这部分功能暂时无法使用，请稍等片刻再试；已保存的内容不受影响。");

    private final HttpStatus status;
    private final String code;
    private final String sentence;

    Refusal(HttpStatus status, String code, String sentence) {
        this.status = status;
        this.code = code;
        this.sentence = sentence;
    }

    /** In place of whatever a service began to answer, as long as nothing of it has left. */
    void send(HttpServletResponse response) throws IOException {
        var body =
                """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s"}\
                """
                        .formatted(status.getReasonPhrase(), status.value(), sentence, code)
                        .getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    void send(HttpServletResponse response, Duration retryAfter) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        send(response);
    }

    /** What the container or the framework refused with this status. */
    static Refusal of(int status) {
        return switch (HttpStatus.resolve(status)) {
            case UNAUTHORIZED -> NOT_SIGNED_IN;
            case FORBIDDEN -> ROLE_NOT_ALLOWED;
            case NOT_FOUND -> NO_SUCH_PAGE;
            case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
            case CONTENT_TOO_LARGE -> TOO_LARGE;
            case TOO_MANY_REQUESTS -> TOO_MANY_REQUESTS;
            case BAD_GATEWAY, SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> UNAVAILABLE;
            case null, default -> status < 500 ? UNREADABLE : UNEXPECTED;
        };
    }
}
