package com.nextbreakpoint.flink.jobs.stream;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts the numbers of each key in keyed state and emits one line "key number count" for each. If no number is lost or seen twice
 * over all restarts, the counts of a key are 1, 2, 3... without a gap.
 */
final class Counter extends KeyedProcessFunction<Long, Long, String> {

    private static final long serialVersionUID = 1L;

    private final long failAt;
    private transient ValueState<Long> count;

    /** @param failAt the number at which the first attempt throws; 0 for never. */
    Counter(long failAt) {
        this.failAt = failAt;
    }

    @Override
    public void open(OpenContext context) {
        count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
    }

    @Override
    public void processElement(Long number, Context context, Collector<String> out) throws Exception {
        if (number == failAt && getRuntimeContext().getTaskInfo().getAttemptNumber() == 0) {
            throw new IllegalStateException("Asked to fail at number " + number + ".");
        }
        Long before = count.value();
        long now = before == null ? 1 : before + 1;
        count.update(now);
        out.collect(context.getCurrentKey() + " " + number + " " + now);
    }
}
