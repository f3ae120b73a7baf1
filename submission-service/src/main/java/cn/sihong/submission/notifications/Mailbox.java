package cn.sihong.submission.notifications;

import java.util.UUID;

/** Where somebody wants to be written to, and how often. */
record Mailbox(UUID subject, String address, Rhythm rhythm) {

    /** How often somebody wants mail. */
    enum Rhythm {
        /** For each notification one. */
        EACH,
        /** One a day with all that is new. */
        DAILY
    }
}
