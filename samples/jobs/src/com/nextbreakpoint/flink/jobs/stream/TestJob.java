package com.nextbreakpoint.flink.jobs.stream;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs until it is stopped. {@code --checkpoint-interval MS} sets the interval of its checkpoints, which are kept when it is cancelled.
 * The other arguments are those of {@link Counting}.
 */
public final class TestJob {

    private TestJob() {
    }

    public static void main(String[] args) throws Exception {
        Arguments arguments = new Arguments(args);
        Configuration configuration = new Configuration();
        configuration.setString("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.enableCheckpointing(arguments.number("checkpoint-interval", 2000));
        Counting.build(environment, arguments, Long.MAX_VALUE / 2, 20);
        environment.execute("TestJob");
    }
}
