package dev.wit4j.runtime;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The clocks of the Java platform: where time stands is asked once, from there on it is measured. */
final class SystemTime implements HostTime {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final long startedAt = System.nanoTime();
    private final long start;

    SystemTime() {
        Instant now = Instant.now();
        start = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public long nanos() {
        return start + (System.nanoTime() - startedAt);
    }

    @Override
    public boolean sleep(long nanos) throws InterruptedException {
        return !closed.await(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
