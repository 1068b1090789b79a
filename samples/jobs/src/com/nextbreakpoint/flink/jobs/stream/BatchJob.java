package com.nextbreakpoint.flink.jobs.stream;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Counts a few numbers and ends by itself, after about four seconds unless told otherwise. Arguments are those of {@link Counting}. */
public final class BatchJob {

    private BatchJob() {
    }

    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setRuntimeMode(RuntimeExecutionMode.BATCH);
        Counting.build(environment, new Arguments(args), 200, 50);
        environment.execute("BatchJob");
    }
}
