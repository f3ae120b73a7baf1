package cn.sihong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;

/** The port number of every {@link Port} in one run, all on 127.0.0.1. */
public record Ports(Map<Port, Integer> numbers) {

    static final String HOST = "127.0.0.1";

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    /** The usual numbers, each moved by its environment variable where that is set. */
    static Ports from(Map<String, String> environment) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            var wish = environment.get(port.variable());
            numbers.put(port, wish == null ? port.usual() : number(port, wish));
        }
        return new Ports(numbers);
    }

    /** Ports that nobody used a moment ago; all are held at once so that none comes twice. */
    static Ports free() {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        var held = new ArrayList<ServerSocket>();
        try {
            for (var port : Port.values()) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                numbers.put(port, socket.getLocalPort());
            }
            for (var socket : held) socket.close();
            return new Ports(numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int of(Port port) {
        var number = numbers.get(port);
        if (number == null) throw new IllegalArgumentException("no number for " + port);
        return number;
    }

    public String address(Port port) {
        return HOST + ":" + of(port);
    }

    public String url(Port port) {
        return "http://" + address(port);
    }

    /** Refuses, naming the port, who holds it and the variable that moves it. */
    void requireFree(Part part) {
        for (var port : part.ports()) {
            if (isFree(of(port))) continue;
            throw new CannotStart(
                    """
                    端口 %d 已被占用%s，%s 无法启动。
                    请停止占用它的程序，或换一个端口再启动，例如：%s=%d ./sihong up\
                    """
                            .formatted(
                                    of(port),
                                    Machine.listener(of(port))
                                            .map(who -> "（" + who + "）")
                                            .orElse(""),
                                    part.title(),
                                    port.variable(),
                                    of(port) + 100));
        }
    }

    private static boolean isFree(int number) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int number(Port port, String wish) {
        try {
            var number = Integer.parseInt(wish.strip());
            if (number >= 1 && number <= 65535) return number;
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new CannotStart("%s=%s 不是端口号。请写 1 到 65535 之间的整数。".formatted(port.variable(), wish));
    }
}
