package cn.sihong.platform.problem;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who tried what is not theirs, in the log: one refusal is a slip, a hundred of one person are a
 * search. The audit trail holds deeds, and this is none.
 */
public final class Refused {

    private static final Logger LOG = LoggerFactory.getLogger(Refused.class);

    private Refused() {}

    /**
     * The address is logged as it was sent, encoded and without its query: no line can be forged.
     * Whoever is nobody, with a ballot or a receipt, leaves no line.
     */
    public static void note(HttpServletRequest request, String code) {
        if (request.getRemoteUser() == null) return;
        LOG.warn(
                "{} was refused {} {}: {}",
                request.getRemoteUser(),
                request.getMethod(),
                request.getRequestURI(),
                code);
    }
}
