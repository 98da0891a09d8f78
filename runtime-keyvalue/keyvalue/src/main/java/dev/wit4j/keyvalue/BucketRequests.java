package dev.wit4j.keyvalue;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.runtime.HostContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What every generation of {@code wasi:keyvalue} means, said once: who may ask, what is too large, which effect a write is, and
 * what its outcome says. Throws {@link RefusedException} for what a generation answers with its declared error.
 */
final class BucketRequests {
    private final String component;
    private final BucketReader buckets;
    private final KeyValueOptions options;

    BucketRequests(HostContext context, KeyValueOptions options) {
        this.component = context.worker().component();
        this.buckets = context.buckets();
        this.options = options;
    }

    /** Refuses a name that is too long: depends on nothing but the name and the limit. */
    void checkName(String bucket) {
        checkSize("the name of a bucket", utf8Size(bucket), options.limits().bucketNameBytes());
    }

    /** Refuses a bucket that is not declared, where buckets have to be. */
    void checkDeclared(String bucket) {
        if (options.declaredBuckets().isPresent()
                && !options.declaredBuckets().get().contains(bucket)) {
            throw new RefusedException(new Refusal.NoSuchStore(bucket));
        }
    }

    /** Refuses a body of that many bytes if it is too large. */
    void checkValueSize(long bytes) {
        checkSize("a value", bytes, options.limits().valueBytes());
    }

    Optional<Bytes> get(String bucket, String key) {
        checkKey(Verb.READ, bucket, key);
        return read(reader -> reader.get(bucket, key));
    }

    List<Optional<Bytes>> getAll(String bucket, List<String> keys) {
        checkKeys(Verb.READ, bucket, keys);
        return keys.isEmpty() ? List.of() : read(reader -> reader.getAll(bucket, keys));
    }

    boolean exists(String bucket, String key) {
        checkKey(Verb.READ, bucket, key);
        return read(reader -> reader.exists(bucket, key));
    }

    BucketReader.Page keys(String bucket, OptionalLong cursor) {
        check(Verb.LIST, bucket);
        return read(reader -> reader.keys(bucket, cursor, options.limits().pageKeys()));
    }

    /** All keys; what is listed in pages comes in one list. */
    List<String> allKeys(String bucket) {
        var keys = new ArrayList<String>();
        var page = keys(bucket, OptionalLong.empty());
        keys.addAll(page.keys());
        while (page.next().isPresent()) {
            page = keys(bucket, page.next());
            keys.addAll(page.keys());
        }
        return keys;
    }

    Effect put(String bucket, String key, Bytes value) {
        checkKey(Verb.WRITE, bucket, key);
        checkValueSize(value.size());
        return new Effect.Put(bucket, key, value, OptionalLong.empty());
    }

    Effect putAll(String bucket, List<Effect.KeyValue> entries) {
        checkKeys(Verb.WRITE, bucket, entries.stream().map(Effect.KeyValue::key).toList());
        entries.forEach(entry -> checkValueSize(entry.value().size()));
        return entries.isEmpty() ? Effect.NONE : new Effect.PutAll(bucket, entries);
    }

    Effect delete(String bucket, List<String> keys) {
        checkKeys(Verb.WRITE, bucket, keys);
        return keys.isEmpty() ? Effect.NONE : new Effect.Delete(bucket, keys);
    }

    Effect increment(String bucket, String key, long delta, Effect.Range range) {
        checkKey(Verb.WRITE, bucket, key);
        return new Effect.Increment(bucket, key, delta, range);
    }

    Effect compareAndSwap(String bucket, String key, Optional<Bytes> expected, Bytes value) {
        checkKey(Verb.WRITE, bucket, key);
        checkValueSize(value.size());
        return new Effect.CompareAndSwap(bucket, key, expected, value);
    }

    /** Returns if the outcome says that it was done. */
    static void done(Outcome outcome) {
        if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Refused) {
            throw refused(outcome);
        }
    }

    /** The new value of a counter. */
    static long number(Outcome outcome) {
        if (outcome instanceof Outcome.Number number) {
            return number.bits();
        }
        throw refused(outcome);
    }

    /** What was there instead of what a swap expected; empty if it was done. */
    static Optional<Outcome.Mismatch> mismatch(Outcome outcome) {
        if (outcome instanceof Outcome.Mismatch mismatch) {
            return Optional.of(mismatch);
        }
        done(outcome);
        return Optional.empty();
    }

    private static RefusedException refused(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return RefusedException.other(failed.message());
        }
        if (outcome instanceof Outcome.Refused refused) {
            return RefusedException.other(
                    switch (refused.reason()) {
                        case NOT_A_NUMBER -> "the value is not a number";
                        case OVERFLOW -> "the number would leave its range";
                        case WRONG_TYPE -> "the store holds something under this name that is not a bucket";
                        case CONFLICT -> "the key is known with other content";
                    });
        }
        throw new IllegalStateException("no effect of a bucket has the outcome " + outcome);
    }

    private <T> T read(Function<BucketReader, T> question) {
        try {
            return question.apply(buckets);
        } catch (StorageException e) {
            throw RefusedException.other("the store did not answer: " + e.getMessage());
        }
    }

    private void check(Verb verb, String bucket) {
        checkDeclared(bucket);
        if (!options.access().allow(component, verb, bucket)) {
            throw new RefusedException(new Refusal.AccessDenied(component, verb, bucket));
        }
    }

    private void checkKey(Verb verb, String bucket, String key) {
        check(verb, bucket);
        checkSize("a key", utf8Size(key), options.limits().keyBytes());
    }

    private void checkKeys(Verb verb, String bucket, List<String> keys) {
        check(verb, bucket);
        if (keys.size() > options.limits().batchKeys()) {
            throw RefusedException.other(
                    "a batch may have " + options.limits().batchKeys() + " keys, this one has " + keys.size());
        }
        keys.forEach(key -> checkSize("a key", utf8Size(key), options.limits().keyBytes()));
    }

    private static void checkSize(String what, long bytes, int limit) {
        if (bytes > limit) {
            throw RefusedException.other(what + " may have " + limit + " bytes, this one has " + bytes);
        }
    }

    private static int utf8Size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
