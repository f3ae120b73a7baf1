package cn.sihong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;

/** New passwords open what the old ones closed, and the old ones open nothing any more. */
class RotateKeysIT {

    @TempDir Path home;

    @Test
    void afterTheNextStartOnlyTheNewPasswordsOpen() throws Exception {
        var local = LocalRun.in(home).onFreePorts().only("postgres", "s3").silently();
        var house = local.ensemble().house();
        var operations = new Operations(house, Narrator.silent());
        var out = new PrintStream(PrintStream.nullOutputStream());
        var role = Postgres.application("submission");
        try (var _ = local.start()) {
            KeptDataIT.asOwner(house, "create table plan (name text)");
            assertThat(KeptDataIT.object(house, "PUT", "红船")).isEqualTo(200);
            assertThatThrownBy(() -> operations.rotateKeys(true, out))
                    .hasMessageContaining("请先执行 ./sihong down");
        }
        var old = house.secrets().of(role);
        var stays = house.secrets().of("ledger");

        operations.rotateKeys(false, out);
        assertThat(house.secrets().of(role)).isEqualTo(old);

        operations.rotateKeys(true, out);
        assertThat(house.secrets().of(role)).isNotEqualTo(old);
        assertThat(house.secrets().of("ledger")).isEqualTo(stays);
        try (var _ = local.start()) {
            KeptDataIT.asApplication(house, "insert into plan values ('红色书屋')");
            assertThat(KeptDataIT.object(house, "GET", "")).isEqualTo(200);
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    Postgres.url(house, "submission"), role, old))
                    .hasMessageContaining("password");
        }
    }
}
