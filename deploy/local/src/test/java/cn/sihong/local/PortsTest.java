package cn.sihong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithItsHolderAndTheVariableThatMovesIt() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var number = holder.getLocalPort();
            var ports = Ports.from(Map.of("SIHONG_PORT_GATEWAY", Integer.toString(number)));

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> ports.requireFree(Application.GATEWAY))
                    .withMessageContaining("端口 " + number + " 已被占用")
                    .withMessageContaining("进程 " + ProcessHandle.current().pid())
                    .withMessageContaining("SIHONG_PORT_GATEWAY=");
        }
    }

    @Test
    void aPortOnAllAddressesIsTakenToo() throws IOException {
        try (var holder = new ServerSocket(0)) {
            var ports = Ports.from(Map.of("SIHONG_PORT_S3", "" + holder.getLocalPort()));

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> ports.requireFree(new ObjectStore()));
        }
    }

    @Test
    void whatIsNoPortNumberIsRefusedByName() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Ports.from(Map.of("SIHONG_PORT_KAFKA", "九千")))
                .withMessageContaining("SIHONG_PORT_KAFKA=九千");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Ports.from(Map.of("SIHONG_PORT_KAFKA", "70000")));
    }

    @Test
    void freePortsAreAllDifferent() {
        assertThat(Ports.free().numbers().values())
                .doesNotHaveDuplicates()
                .hasSize(Port.values().length);
    }
}
