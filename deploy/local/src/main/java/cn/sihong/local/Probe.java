package cn.sihong.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Short questions to a server on this machine. */
final class Probe {

    private static final int PATIENCE_MILLIS = 3000;

    private Probe() {}

    static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** The status of a GET; following redirects would ask somebody else. */
    static int status(String url) throws IOException {
        if (!(URI.create(url).toURL().openConnection() instanceof HttpURLConnection question)) {
            throw new IOException("not HTTP: " + url);
        }
        question.setInstanceFollowRedirects(false);
        question.setConnectTimeout(PATIENCE_MILLIS);
        question.setReadTimeout(PATIENCE_MILLIS);
        try {
            return question.getResponseCode();
        } finally {
            question.disconnect();
        }
    }
}
