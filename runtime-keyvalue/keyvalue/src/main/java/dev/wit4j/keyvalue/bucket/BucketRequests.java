package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.KeyOrder;
import dev.wit4j.journal.NotABucketException;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.TooManyBytesException;
import dev.wit4j.journal.UnavailableException;
import dev.wit4j.runtime.HostContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What every generation of {@code wasi:keyvalue} means, said once: who may ask, what is too large, which effect a write is, and
 * what its outcome says. Throws {@link RefusedException} for what a generation answers with its declared error.
 *
 * <p>Everything that depends on options is asked inside of reads and writes, whose answers are journaled: so options may change
 * without a replay going another way. A store that does not answer, however often it is asked, is an answer too: the declared
 * error. A store that fails otherwise is none: its exception goes through, nothing is journaled, and the next attempt asks again.
 * Serves one worker.
 */
public final class BucketRequests {
    private static final String NOT_A_BUCKET = "the store holds something under this name that is not a bucket";

    private final HostContext context;
    private final KeyValueOptions options;

    /** Requests of one worker. */
    public BucketRequests(HostContext context, KeyValueOptions options) {
        this.context = context;
        this.options = options;
    }

    /** Refuses a bucket of a name that is too long, or that is not declared where buckets have to be. For reads. */
    public void checkBucket(String bucket) {
        checkSize("the name of a bucket", utf8Size(bucket), options.limits().bucketNameBytes());
        if (!options.offers(bucket)) {
            throw new RefusedException(new Refusal.NoSuchStore(bucket));
        }
    }

    /** The value of a key, unless it is absent. A read. */
    public Optional<Bytes> get(String bucket, String key) {
        checkKey(Verb.READ, bucket, key);
        return answered(reader -> reader.get(bucket, key));
    }

    /** The values of keys, in their order. A read. */
    public List<Optional<Bytes>> getAll(String bucket, List<String> keys) {
        long keyBytes = checkKeys(Verb.READ, bucket, keys);
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<String, Optional<Bytes>> found =
                getDistinct(bucket, keys, options.limits().batchBytes() - keyBytes);
        List<Optional<Bytes>> values = keys.stream().map(found::get).toList();
        checkBatchSize(keyBytes
                + values.stream()
                        .mapToLong(value -> value.map(Bytes::size).orElse(0))
                        .sum());
        return values;
    }

    /** The values of keys, each asked for once, however often it is among them. */
    private Map<String, Optional<Bytes>> getDistinct(String bucket, List<String> keys, long bytes) {
        List<String> distinct = keys.stream().distinct().toList();
        List<Optional<Bytes>> values = answered(reader -> reader.getAll(bucket, distinct, bytes));
        Map<String, Optional<Bytes>> found = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            found.put(distinct.get(i), values.get(i));
        }
        return found;
    }

    /** Whether a key is present. A read. */
    public boolean exists(String bucket, String key) {
        checkKey(Verb.READ, bucket, key);
        return answered(reader -> reader.exists(bucket, key));
    }

    /** A page of the keys of a bucket. A read; a cursor that no page can have given is refused. */
    public BucketReader.Page keys(String bucket, OptionalLong cursor) {
        check(Verb.LIST, bucket);
        if (cursor.isPresent() && !KeyOrder.isOrder(cursor.getAsLong())) {
            throw noCursor(Long.toUnsignedString(cursor.getAsLong()));
        }
        return answered(reader -> reader.keys(bucket, cursor, options.limits().pageKeys()));
    }

    /** The refusal of a text that is no cursor. */
    public static RefusedException noCursor(String text) {
        return RefusedException.other("'" + text + "' is no cursor of list-keys");
    }

    /** All the keys of a bucket. A read. */
    public List<String> allKeys(String bucket) {
        BucketReader.Page page = keys(bucket, OptionalLong.empty());
        var keys = new ArrayList<>(page.keys());
        long bytes = checkListingSize(0, page);
        while (page.next().isPresent()) {
            page = keys(bucket, page.next());
            keys.addAll(page.keys());
            bytes = checkListingSize(bytes, page);
        }
        return keys;
    }

    /** Refuses a page with which a listing would be too large; returns how many bytes it has with it. */
    private long checkListingSize(long before, BucketReader.Page page) {
        long bytes = before;
        for (String key : page.keys()) {
            bytes += utf8Size(key);
        }
        int limit = options.limits().batchBytes();
        if (bytes > limit) {
            throw RefusedException.other("a listing may have " + limit + " bytes, this one has more");
        }
        return bytes;
    }

    /** Refuses a key that the component may not set. For reads. */
    public void checkWrite(String bucket, String key) {
        checkKey(Verb.WRITE, bucket, key);
    }

    /** Sets a key. A write. */
    public void put(String bucket, String key, Bytes value) {
        put(bucket, key, value, OptionalLong.empty());
    }

    /** Sets a key, to vanish after a time if that is given; one that vanishes at once is removed. A write. */
    public void put(String bucket, String key, Bytes value, OptionalLong millis) {
        done(context.write(() -> {
            checkKey(Verb.WRITE, bucket, key);
            checkValueSize(value.size());
            return millis.isPresent() && millis.getAsLong() == 0
                    ? new Effect.Delete(bucket, List.of(key))
                    : new Effect.Put(bucket, key, value, millis);
        }));
    }

    /** Sets several keys; of two equal ones the later wins. A write. */
    public void putAll(String bucket, List<Effect.KeyValue> entries) {
        done(context.write(() -> {
            long bytes = checkKeys(
                    Verb.WRITE,
                    bucket,
                    entries.stream().map(Effect.KeyValue::key).toList());
            for (Effect.KeyValue entry : entries) {
                checkValueSize(entry.value().size());
                bytes += entry.value().size();
            }
            checkBatchSize(bytes);
            return entries.isEmpty() ? Effect.NONE : new Effect.PutAll(bucket, entries);
        }));
    }

    /** Removes keys; absent ones are skipped. A write. */
    public void delete(String bucket, List<String> keys) {
        done(context.write(() -> {
            checkKeys(Verb.WRITE, bucket, keys);
            return keys.isEmpty() ? Effect.NONE : new Effect.Delete(bucket, keys);
        }));
    }

    /**
     * Adds to a counter. A write.
     *
     * @param delta of {@code range}, its 64 bits
     * @return the new value, likewise
     */
    public long increment(String bucket, String key, long delta, Effect.Range range) {
        Outcome outcome = context.write(() -> {
            checkKey(Verb.WRITE, bucket, key);
            return new Effect.Increment(bucket, key, delta, range);
        });
        if (outcome instanceof Outcome.Number number) {
            return number.bits();
        }
        throw refused(outcome);
    }

    /**
     * Sets a key if it holds what is expected. A write.
     *
     * @return what is there instead; empty if it was set
     */
    public Optional<Outcome.Mismatch> compareAndSwap(String bucket, String key, Optional<Bytes> expected, Bytes value) {
        Outcome outcome = context.write(() -> {
            checkKey(Verb.WRITE, bucket, key);
            checkValueSize(value.size());
            return new Effect.CompareAndSwap(bucket, key, expected, value);
        });
        if (outcome instanceof Outcome.Mismatch mismatch) {
            return Optional.of(mismatch);
        }
        done(outcome);
        return Optional.empty();
    }

    private static void done(Outcome outcome) {
        if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Refused) {
            throw refused(outcome);
        }
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
                        case WRONG_TYPE -> NOT_A_BUCKET;
                        case CONFLICT -> "the key is known with other content";
                    });
        }
        throw new IllegalStateException("no effect on a bucket has the outcome " + outcome);
    }

    private <T> T answered(Function<BucketReader, T> question) {
        try {
            return question.apply(context.buckets());
        } catch (UnavailableException e) {
            throw new RefusedException(new Refusal.Unavailable(e));
        } catch (NotABucketException e) {
            throw RefusedException.other(NOT_A_BUCKET);
        } catch (TooManyBytesException e) {
            throw batchTooLarge();
        }
    }

    private void check(Verb verb, String bucket) {
        checkBucket(bucket);
        String component = context.worker().component();
        if (!options.access().allow(component, verb, bucket)) {
            throw new RefusedException(new Refusal.AccessDenied(component, verb, bucket));
        }
    }

    private void checkKey(Verb verb, String bucket, String key) {
        check(verb, bucket);
        checkKeySize(key);
    }

    /** Refuses the keys of a batch; returns how many bytes they have. */
    private long checkKeys(Verb verb, String bucket, List<String> keys) {
        check(verb, bucket);
        int limit = options.limits().batchKeys();
        if (keys.size() > limit) {
            throw RefusedException.other("a batch may have " + limit + " keys, this one has " + keys.size());
        }
        long bytes = 0;
        for (String key : keys) {
            bytes += checkKeySize(key);
        }
        checkBatchSize(bytes);
        return bytes;
    }

    private void checkBatchSize(long bytes) {
        if (bytes > options.limits().batchBytes()) {
            throw batchTooLarge();
        }
    }

    /** By how much is not known of values that were not read to the end. */
    private RefusedException batchTooLarge() {
        return RefusedException.other("the keys and values of a batch may have "
                + options.limits().batchBytes() + " bytes together, these have more");
    }

    private int checkKeySize(String key) {
        int bytes = utf8Size(key);
        checkSize("a key", bytes, options.limits().keyBytes());
        return bytes;
    }

    private void checkValueSize(long bytes) {
        checkSize("a value", bytes, options.limits().valueBytes());
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
