package cn.sihong.images;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks an address and ends with 0 when it answers 200, with 1 otherwise: the health check of
 * containers in which there is no shell and no other program to ask with.
 */
public final class Probe {

    private static final int PATIENCE_MILLIS = 3_000;

    private Probe() {}

    static boolean answers(URI address) {
        try {
            var call = (HttpURLConnection) address.toURL().openConnection();
            call.setConnectTimeout(PATIENCE_MILLIS);
            call.setReadTimeout(PATIENCE_MILLIS);
            return call.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    static void main(String[] arguments) {
        System.exit(answers(URI.create(arguments[0])) ? 0 : 1);
    }
}
