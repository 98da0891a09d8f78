package dev.wit4j.keyvalue.io;

import dev.wit4j.Trap;
import java.util.List;
import java.util.stream.LongStream;
import wit.wasi.io.v0_2.poll.Poll;
import wit.wasi.io.v0_2.poll.Pollable;

/** Waits for nothing, since everything here is ready. */
final class Polling implements Poll {
    @Override
    public List<Long> poll(List<Pollable> in) {
        if (in.isEmpty()) {
            throw new Trap("poll of an empty list would wait for ever");
        }
        return LongStream.range(0, in.size())
                .filter(i -> in.get((int) i).ready())
                .boxed()
                .toList();
    }
}
