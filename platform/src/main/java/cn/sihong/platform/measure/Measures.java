package cn.sihong.platform.measure;

import cn.sihong.platform.reach.Reach;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

/** Reads each measure in its own time. A figure that cannot be read vanishes: old ones mislead. */
class Measures implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(Measures.class);

    private final List<Measure> measures;
    private final MeterRegistry meters;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    Measures(
            List<Measure> measures,
            MeterRegistry meters,
            JdbcClient jdbc,
            TransactionTemplate reading) {
        this.measures = measures;
        this.meters = meters;
        this.jdbc = jdbc;
        this.reading = reading;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        for (var measure : measures) {
            var gauges =
                    MultiGauge.builder(measure.name())
                            .description(measure.description())
                            .register(meters);
            tasks.addFixedDelayTask(() -> gauges.register(rowsOf(measure), true), measure.every());
        }
    }

    private List<MultiGauge.Row<?>> rowsOf(Measure measure) {
        try {
            return Reach.everything().during(() -> reading.execute(_ -> read(measure)));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{} cannot be read: {}", measure.name(), e.toString());
            return List.of();
        }
    }

    private List<MultiGauge.Row<?>> read(Measure measure) {
        var tag = measure.tag();
        if (tag == null)
            return jdbc.sql(measure.query())
                    .<MultiGauge.Row<?>>query(
                            (row, _) -> MultiGauge.Row.of(Tags.empty(), row.getDouble("value")))
                    .list();
        var rows =
                jdbc.sql(measure.query())
                        .<MultiGauge.Row<?>>query((row, _) ->
                                MultiGauge.Row.of(
                                        Tags.of(tag, row.getString("part")),
                                        row.getDouble("value")))
                        .list();
        // that there is nothing to tell can be told from nobody telling
        return rows.isEmpty() ? List.of(MultiGauge.Row.of(Tags.of(tag, "none"), Double.NaN)) : rows;
    }
}
