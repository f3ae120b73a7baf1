package cn.sihong.local;

/** Why the run cannot go on, in a Chinese sentence that says what to do. */
public final class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
