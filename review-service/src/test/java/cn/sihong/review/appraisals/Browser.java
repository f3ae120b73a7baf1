package cn.sihong.review.appraisals;

import cn.sihong.review.blindsignatures.Blinding;

import java.security.SecureRandom;
import java.util.Base64;

/** A voter with a browser, as the portal's page would do it. */
final class Browser {

    private static final SecureRandom CHANCE = new SecureRandom();

    private final Blinding blinding;

    Browser(String publicKey) {
        var message = new byte[32];
        CHANCE.nextBytes(message);
        blinding = Blinding.of(Base64.getDecoder().decode(publicKey), message, CHANCE);
    }

    String blinded() {
        return text(blinding.blinded());
    }

    String prepared() {
        return text(blinding.prepared());
    }

    String token(String signed) {
        return text(blinding.finish(Base64.getUrlDecoder().decode(signed)));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
