package dev.wit4j.redis;

import dev.wit4j.StringException;
import wit.test.faults.Counting;
import wit.test.faults.counted.Counted;
import wit.wasi.keyvalue.v0_2_0_draft.store.ErrorException;

/** A worker that counts in a bucket. */
final class CountingGuest implements Counting.Guest, Counted {
    private final Counting.Imports imports;

    CountingGuest(Counting.Imports imports) {
        this.imports = imports;
    }

    @Override
    public Counted counted() {
        return this;
    }

    @Override
    public long count(String key) {
        try (var bucket = imports.store().open("b")) {
            return imports.atomics().increment(bucket, key, 1);
        } catch (ErrorException e) {
            throw new StringException(e.error().toString());
        }
    }
}
