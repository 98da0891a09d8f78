package dev.wit4j.keyvalue.io;

import dev.wit4j.Trap;
import dev.wit4j.runtime.WorkerClock;
import java.util.List;
import java.util.stream.LongStream;
import wit.wasi.io.v0_2.poll.Poll;
import wit.wasi.io.v0_2.poll.Pollable;

/**
 * Waits until the first is ready.
 *
 * @param clock the worker's
 */
record Polling(WorkerClock clock) implements Poll {
    @Override
    public List<Long> poll(List<Pollable> in) {
        clock.waitUntil(in.stream()
                .map(pollable -> ((HostPollable) pollable).readyAt())
                .min(Long::compareUnsigned)
                .orElseThrow(() -> new Trap("poll of an empty list would wait for ever")));
        return LongStream.range(0, in.size())
                .filter(i -> in.get((int) i).ready())
                .boxed()
                .toList();
    }

    /** The answer of an earlier call: it was as late as those say that were ready. */
    void recall(List<Pollable> in, List<Long> ready) {
        ready.forEach(index -> recall(in.get(index.intValue())));
    }

    /** A pollable was ready. */
    void recall(Pollable ready) {
        clock.atLeast(((HostPollable) ready).readyAt());
    }
}
