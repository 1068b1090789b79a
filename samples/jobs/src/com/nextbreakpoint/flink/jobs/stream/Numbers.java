package com.nextbreakpoint.flink.jobs.stream;

import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimitedSourceReader;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Emits consecutive numbers at a steady rate. How far each range has been read is part of every checkpoint and savepoint,
 * so after a restore the next number follows the last one that the state has counted.
 */
final class Numbers extends NumberSequenceSource {

    private static final long serialVersionUID = 1L;

    private final double perSecond;

    Numbers(long count, double perSecond) {
        super(1, count);
        this.perSecond = perSecond;
    }

    // In 2.x the rate limiter has a type parameter that it lacks in 1.20.
    @SuppressWarnings({"unchecked", "rawtypes"})
    @Override
    public SourceReader<Long, NumberSequenceSplit> createReader(SourceReaderContext context) {
        return new RateLimitedSourceReader<>(
                super.createReader(context),
                RateLimiterStrategy.perSecond(perSecond).createRateLimiter(context.currentParallelism()));
    }
}
