package com.nextbreakpoint.flink.jobs.stream;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The pipeline of both jobs: numbers, counted by key, written as lines.
 *
 * <p>Arguments: {@code --output DIR} commits the lines to files exactly once; {@code --CONSOLE_OUTPUT true} prints them;
 * {@code --rate N} numbers in a second; {@code --numbers N} how many in all; {@code --fail-at N} throws once at that number.
 */
final class Counting {

    private static final int KEYS = 10;

    private Counting() {
    }

    static void build(StreamExecutionEnvironment environment, Arguments arguments, long numbers, long rate) {
        DataStream<String> lines = environment
                .fromSource(
                        new Numbers(arguments.number("numbers", numbers), arguments.number("rate", rate)),
                        WatermarkStrategy.noWatermarks(),
                        "Numbers")
                .uid("numbers")
                .keyBy(number -> number % KEYS)
                .process(new Counter(arguments.number("fail-at", 0)))
                .name("Counter")
                .uid("counter");
        if (arguments.text("output") != null) {
            lines.sinkTo(FileSink
                            .forRowFormat(new Path(arguments.text("output")), new SimpleStringEncoder<String>())
                            .withRollingPolicy(OnCheckpointRollingPolicy.build())
                            .build())
                    .name("Files")
                    .uid("files");
        } else if (arguments.flag("CONSOLE_OUTPUT")) {
            lines.print().uid("console");
        } else {
            lines.sinkTo(new DiscardingSink<>()).uid("nothing");
        }
    }
}
