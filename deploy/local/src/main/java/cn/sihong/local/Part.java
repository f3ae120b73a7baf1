package cn.sihong.local;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** One process of the run: what it needs, how it is started, how one knows that it answers. */
sealed interface Part permits Postgres, Kafka, ObjectStore, Keycloak, Application, Trainee {

    /** Its name in folders, logs and commands. */
    String name();

    /** Its name for people. */
    String title();

    /** What it listens on. */
    List<Port> ports();

    /** Names of the parts that must answer before this one starts. */
    Set<String> needs();

    /** Memory it takes once it runs, in MiB, rounded up: the start asks the machine for the sum. */
    int mebibytes();

    /** What must lie on disk before it can start; needs nobody, so all parts do it at once. */
    void prepare(House house, Narrator narrator) throws IOException;

    Launch launch(House house);

    /** One real question in its own protocol. A failure counts as no. */
    boolean answers(House house) throws IOException, SQLException;

    /** What is set up inside it, each start, before others rely on it. */
    default void furnish(House house) throws SQLException {}

    /** The signal that ends it in order. */
    default String farewell() {
        return "TERM";
    }
}
