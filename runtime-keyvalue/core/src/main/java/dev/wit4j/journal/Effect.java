package dev.wit4j.journal;

import dev.wit4j.Bytes;
import dev.wit4j.value.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a commit does besides appending to the journal. Plain data: a store interprets it. */
public sealed interface Effect {
    /** Nothing. */
    record None() implements Effect {}

    /** The effect of a commit that only appends. */
    Effect NONE = new None();

    /**
     * The longest time after which something vanishes, in milliseconds: 31,000 years. A longer one counts as this, so that every store
     * can hold the deadline; a negative one is refused.
     */
    long LONGEST_MILLIS = 1_000_000_000_000_000L;

    /** An effect on one bucket. Neither its name nor a key may hold a lone surrogate, which has no form in UTF-8. */
    sealed interface OnBucket extends Effect {
        /** The bucket. */
        String bucket();

        /** The keys that it may change; one that it names twice is there twice. */
        List<String> keys();
    }

    /**
     * Sets a key; the outcome is {@link Outcome.Done}. Every effect that sets a key ends its earlier expiry, except
     * {@link Increment}, which keeps it. A key that has expired is absent for every effect and every read.
     *
     * @param expiresAfterMillis when the key vanishes again, counted from the commit, up to {@link #LONGEST_MILLIS}; empty for
     *     never
     */
    record Put(String bucket, String key, Bytes value, OptionalLong expiresAfterMillis) implements OnBucket {
        public Put {
            checkName(bucket);
            checkKey(key);
            expiresAfterMillis = limited(expiresAfterMillis);
        }

        @Override
        public List<String> keys() {
            return List.of(key);
        }
    }

    /** Sets several keys, the later of two equal ones last; the outcome is {@link Outcome.Done}. */
    record PutAll(String bucket, List<KeyValue> entries) implements OnBucket {
        public PutAll {
            checkName(bucket);
            entries = List.copyOf(entries);
        }

        @Override
        public List<String> keys() {
            return entries.stream().map(KeyValue::key).toList();
        }
    }

    /** A key and its value. */
    record KeyValue(String key, Bytes value) {
        public KeyValue {
            checkKey(key);
        }
    }

    /**
     * Removes keys; absent ones are skipped. The outcome is {@link Outcome.Count}: how many were present, each key counted
     * once.
     */
    record Delete(String bucket, List<String> keys) implements OnBucket {
        public Delete {
            checkName(bucket);
            keys = List.copyOf(keys);
            keys.forEach(Effect::checkKey);
        }
    }

    /**
     * Adds to a counter as {@link Counter} says; an absent one counts as 0. The outcome is {@link Outcome.Number}, or
     * {@link Outcome.Refused} if the value is no number of the range or the sum is out of {@code range}.
     *
     * @param delta how much: of {@code range}, its 64 bits
     */
    record Increment(String bucket, String key, long delta, Range range) implements OnBucket {
        public Increment {
            checkName(bucket);
            checkKey(key);
        }

        @Override
        public List<String> keys() {
            return List.of(key);
        }
    }

    /** The numbers that a counter may hold. */
    enum Range {
        /** From 0 to 2^64 - 1. */
        UNSIGNED,
        /** From -2^63 to 2^63 - 1. */
        SIGNED
    }

    /**
     * Sets a key if it holds what is expected. The outcome is {@link Outcome.Done}, or {@link Outcome.Mismatch} with what is
     * there instead.
     *
     * @param expected the value; empty for an absent key
     * @param expiresAfterMillis when the key vanishes again, as for {@link Put}; 0 removes it instead
     */
    record CompareAndSwap(
            String bucket, String key, Optional<Bytes> expected, Bytes value, OptionalLong expiresAfterMillis)
            implements OnBucket {
        public CompareAndSwap {
            checkName(bucket);
            checkKey(key);
            expiresAfterMillis = limited(expiresAfterMillis);
        }

        /** A swap for a value that stays. */
        public CompareAndSwap(String bucket, String key, Optional<Bytes> expected, Bytes value) {
            this(bucket, key, expected, value, OptionalLong.empty());
        }

        /** Whether a key that holds what is expected is removed. */
        public boolean removes() {
            return expiresAfterMillis.isPresent() && expiresAfterMillis.getAsLong() == 0;
        }

        @Override
        public List<String> keys() {
            return List.of(key);
        }
    }

    /**
     * Ends an invocation that waits in the worker's own mailbox: records its result under its key and takes it out. The
     * outcome is {@link Outcome.Done} and no other: where it cannot be done, the commit throws, and there is no record that
     * says that the invocation has ended while it waits.
     *
     * @param keptMillis how long the result is kept at least, counted from the commit, up to {@link #LONGEST_MILLIS}; empty
     *     for as long as the worker. After that the store forgets it at some time, together with its key, which is then as if
     *     nobody had used it
     */
    record Complete(String key, Bytes result, OptionalLong keptMillis) implements Effect {
        public Complete {
            Text.check(key, "idempotency key");
            keptMillis = limited(keptMillis);
        }

        /** An end whose result is kept as long as the worker. */
        public Complete(String key, Bytes result) {
            this(key, result, OptionalLong.empty());
        }
    }

    /**
     * Puts an invocation into the mailbox of a worker, as {@link Mailbox#enqueue} does; again is no second time. The outcome is {@link Outcome.Done}, or {@link Outcome.Refused} if its
     * key is known with other content.
     */
    record Enqueue(WorkerId worker, Invocation invocation) implements Effect {}

    /**
     * Saves a snapshot of the worker as of this commit, its own entries included. The outcome is {@link Outcome.Done}.
     *
     * @param state encoded by the runtime, opaque to the store
     * @param trimBefore records and snapshots below this sequence are no longer needed and go
     */
    record Snapshot(Bytes state, long trimBefore) implements Effect {}

    private static OptionalLong limited(OptionalLong millis) {
        if (millis.isEmpty() || millis.getAsLong() >= 0 && millis.getAsLong() <= LONGEST_MILLIS) {
            return millis;
        }
        if (millis.getAsLong() < 0) {
            throw new IllegalArgumentException(
                    "nothing vanishes after " + millis.getAsLong() + " ms; 0 is the shortest time");
        }
        return OptionalLong.of(LONGEST_MILLIS);
    }

    private static void checkName(String bucket) {
        Text.check(bucket, "name of a bucket");
    }

    private static void checkKey(String key) {
        Text.check(key, "key");
    }
}
