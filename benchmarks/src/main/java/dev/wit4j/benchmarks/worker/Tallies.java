package dev.wit4j.benchmarks.worker;

import dev.wit4j.Bytes;
import dev.wit4j.runtime.JavaComponent;
import wit.wasi.keyvalue.v0_2_0_draft2.store.Bucket;
import wit.wasi.keyvalue.v0_2_0_draft2.store.Store;
import wit.wit4j.benchmark.Tallying;
import wit.wit4j.benchmark.tally.Tally;

/** The component whose workers are measured: a number in memory, and a bucket. */
public final class Tallies implements Tallying.Guest, Tally {
    /** The component. */
    public static final JavaComponent<Tallying.Imports, Tallying.Guest, Tallying.Exports> COMPONENT =
            JavaComponent.of("tallies", Tallying.TYPE, Tallies::new);

    private static final int KEYS = 100;

    private final Store store;
    private long sum;

    private Tallies(Tallying.Imports imports) {
        store = imports.store();
    }

    @Override
    public Tally tally() {
        return this;
    }

    @Override
    public long add(long amount) {
        sum += amount;
        return sum;
    }

    @Override
    public long getMany(long times) {
        long found = 0;
        try (Bucket bucket = store.open("tallies")) {
            for (int i = 0; i < times; i++) {
                found += bucket.get("key-" + i % KEYS).isPresent() ? 1 : 0;
            }
        }
        return found;
    }

    @Override
    public void setMany(long times, Bytes value) {
        try (Bucket bucket = store.open("tallies")) {
            for (int i = 0; i < times; i++) {
                bucket.set("key-" + i % KEYS, value);
            }
        }
    }
}
