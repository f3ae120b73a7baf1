package cn.sihong.scenarios.people;

import java.util.List;

/** The platform said no, with a code and a sentence (RFC 9457). */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * One fault in what was sent: at a field of a form, or at a place in a workbook.
     *
     * @param place {@code content.title}, or {@code 单位!C7}
     */
    public record Fault(String place, String message) {}

    private final int status;
    private final String code;
    private final String detail;
    private final transient List<Fault> faults;

    private final boolean interruptedBefore;

    Refused(
            String call,
            int status,
            String code,
            String detail,
            List<Fault> faults,
            boolean interruptedBefore) {
        super("%s → %d %s %s%s".formatted(call, status, code, detail, told(faults)));
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.interruptedBefore = interruptedBefore;
    }

    private static String told(List<Fault> faults) {
        return faults.isEmpty() ? "" : " " + faults;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Whether the same call was tried before and its answer never came. */
    boolean wasInterruptedBefore() {
        return interruptedBefore;
    }

    boolean isNotNow() {
        return status == 503 || status == 502 || status == 504;
    }
}
