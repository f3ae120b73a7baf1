package cn.sihong.scenarios;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands each new connection to the next instance that is admitted and leaves those that are there
 * alone, as a Kubernetes Service does: it knows nothing of HTTP, so whoever keeps a connection
 * keeps its instance.
 */
final class LoadBalancer implements AutoCloseable {

    private final ServerSocket door;
    private final List<Integer> admitted = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    LoadBalancer(int port) throws IOException {
        door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(this::open);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void admits(Instance instance) {
        admitted.add(instance.port());
    }

    /** From here on it gets no new connection. */
    void retires(Instance instance) {
        admitted.remove(Integer.valueOf(instance.port()));
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        var instances = List.copyOf(admitted);
        try (caller;
                var instance =
                        new Socket(
                                InetAddress.getLoopbackAddress(),
                                instances.get(
                                        Math.floorMod(turn.getAndIncrement(), instances.size())))) {
            caller.setTcpNoDelay(true);
            instance.setTcpNoDelay(true);
            var answering = Thread.ofVirtual().start(() -> pass(instance, caller));
            pass(caller, instance);
            answering.join();
        } catch (IOException broken) {
            // the caller sees its connection end, as it would at any balancer
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            try {
                from.close();
                to.close();
            } catch (IOException alreadyClosed) {
                // nothing more to end
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
