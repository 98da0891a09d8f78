package dev.wit4j.host.generation;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.Tuple2;
import dev.wit4j.runtime.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wit.test.generations.Chronicler;
import wit.wasi.io.v0_2.poll.Pollable;
import wit.wasi.logging.logging.Level;

/** Writes down what differs from run to run. */
public final class ChroniclerGuest implements Chronicler.Guest, Checkpoint {
    private final Chronicler.Imports imports;
    private final List<String> memory = new ArrayList<>();
    private Optional<Pollable> timer = Optional.empty();

    /** A guest of the world {@code chronicler}. */
    public ChroniclerGuest(Chronicler.Imports imports) {
        this.imports = imports;
    }

    @Override
    public List<String> observe() {
        var now = imports.wallClock().now();
        var seed = imports.insecureSeed().insecureSeed();
        List<String> observed = List.of(
                "" + imports.monotonicClock().now(),
                now.seconds() + "." + now.nanoseconds(),
                "" + imports.timezone().display(now),
                "" + imports.timezone().utcOffset(now),
                "" + imports.random().getRandomU64(),
                imports.random().getRandomBytes(16).toString(),
                "" + imports.insecure().getInsecureRandomU64(),
                imports.insecure().getInsecureRandomBytes(16).toString(),
                seed.first() + "," + seed.second());
        memory.addAll(observed);
        imports.logging().log(Level.INFO, "observe", "observed " + observed.get(0));
        return observed;
    }

    @Override
    public List<String> remembered() {
        return memory;
    }

    @Override
    public Tuple2<Long, Boolean> sleep(long shorter, long longer) {
        long start = imports.monotonicClock().now();
        try (var first = imports.monotonicClock().subscribeDuration(shorter);
                var second = imports.monotonicClock().subscribeInstant(start + longer)) {
            var ready = imports.poll().poll(List.of(second, first));
            first.block();
            boolean both = second.ready();
            long slept = imports.monotonicClock().now() - start;
            memory.add("slept " + slept + ready + both);
            return new Tuple2<>(slept, both);
        }
    }

    @Override
    public void log(List<String> messages) {
        messages.forEach(message -> imports.logging().log(Level.WARN, "", message));
        memory.addAll(messages);
    }

    @Override
    public void remind(long after) {
        timer = Optional.of(imports.monotonicClock().subscribeDuration(after));
    }

    @Override
    public boolean due() {
        return timer.orElseThrow().ready();
    }

    @Override
    public Bytes save() {
        return Bytes.utf8(String.join("\n", memory));
    }

    @Override
    public void load(Bytes state) {
        state.toUtf8String().lines().forEach(memory::add);
    }

    @Override
    public List<Resource> held() {
        return timer.<List<Resource>>map(List::of).orElse(List.of());
    }

    @Override
    public void hold(List<Resource> resources) {
        timer = resources.stream().map(Pollable.class::cast).findFirst();
    }

    @Override
    public long draw(long bytes) {
        return imports.random().getRandomBytes(bytes).size();
    }
}
