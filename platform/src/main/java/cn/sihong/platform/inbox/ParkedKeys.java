package cn.sihong.platform.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys whose events wait in the dead-letter topic until an operator replays them. */
class ParkedKeys {

    private final JdbcClient jdbc;

    ParkedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contains(String reader, String topic, String key) {
        return jdbc.sql(
                        """
                        select exists (select from parked_keys where reader = ? and topic = ? and key = ?)
                        """)
                .params(reader, topic, key)
                .query(Boolean.class)
                .single();
    }

    void park(String reader, String topic, String key, String reason) {
        jdbc.sql(
                        """
                        insert into parked_keys (reader, topic, key, reason) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(reader, topic, key, reason)
                .update();
    }
}
