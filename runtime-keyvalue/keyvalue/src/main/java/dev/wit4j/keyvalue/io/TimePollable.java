package dev.wit4j.keyvalue.io;

import dev.wit4j.Bytes;
import dev.wit4j.runtime.ResourceContent;
import dev.wit4j.runtime.WorkerClock;
import java.nio.ByteBuffer;
import wit.wasi.io.v0_2.poll.Pollable;

/**
 * Is ready from an instant on.
 *
 * @param clock the worker's
 * @param readyAt the instant, unsigned
 */
public record TimePollable(WorkerClock clock, long readyAt) implements HostPollable {
    /** The content of a pollable is its instant. */
    static ResourceContent<Pollable> content(WorkerClock clock) {
        return ResourceContent.of(
                pollable -> Bytes.wrap(ByteBuffer.allocate(Long.BYTES)
                        .putLong(((HostPollable) pollable).readyAt())
                        .array()),
                content -> new TimePollable(clock, content.asByteBuffer().getLong()));
    }

    @Override
    public boolean ready() {
        return Long.compareUnsigned(clock.now(), readyAt) >= 0;
    }

    @Override
    public void block() {
        clock.waitUntil(readyAt);
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
