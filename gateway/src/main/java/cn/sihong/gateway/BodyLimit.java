package cn.sihong.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses a body that is too large: by its announced length before a byte is read, and where no
 * length is announced, at the byte that is too many. Bodies pass through and are never held.
 */
final class BodyLimit extends OncePerRequestFilter {

    private final Map<RequestMatcher, Long> limits = new LinkedHashMap<>();

    BodyLimit(List<Settings.Call> calls) {
        for (var call : calls) {
            limits.put(PathPatternRequestMatcher.pathPattern(call.path()), call.body().toBytes());
        }
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limitOf(request);
        if (request.getContentLengthLong() > limit) {
            Refusal.TOO_LARGE.send(response);
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Counted(request, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private long limitOf(HttpServletRequest request) {
        return limits.entrySet().stream()
                .filter(entry -> entry.getKey().matches(request))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(0L);
    }

    /** The body went on after its limit. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long limit;

        Counted(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit);
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        CountedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            if (read >= 0) take(1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = body.read(into, offset, length);
            if (read > 0) take(read);
            return read;
        }

        private void take(int bytes) throws Exceeded {
            left -= bytes;
            if (left < 0) throw new Exceeded();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
