package cn.sihong.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

class ProbeTest {

    private HttpServer server;
    private int status;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void whatAnswersIsWell() {
        status = 200;
        assertThat(Probe.answers(address())).isTrue();
    }

    @Test
    void whatSaysItIsNotReadyIsNotWell() {
        status = 503;
        assertThat(Probe.answers(address())).isFalse();
    }

    @Test
    void whatDoesNotAnswerIsNotWell() {
        server.stop(0);
        assertThat(Probe.answers(address())).isFalse();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/livez");
    }
}
