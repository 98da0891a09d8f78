package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Change;
import dev.wit4j.journal.BucketChange;
import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells workers of the changes of buckets that they watch, in the record of the change. Safe to share. */
final class Watches {
    private volatile @Nullable BucketWatcher watcher;

    void watch(BucketWatcher now) {
        watcher = now;
    }

    private Optional<BucketWatcher> of(String bucket) {
        return Optional.ofNullable(watcher).filter(present -> present.buckets().contains(bucket));
    }

    /** About how many bytes of memory it takes to tell of {@code effect}. */
    long size(Effect.OnBucket effect) {
        return of(effect.bucket()).isEmpty()
                ? 0
                : BucketEffects.size(effect)
                        + Transaction.sizeWith(0) * effect.keys().size();
    }

    /**
     * Adds the calls of whoever hears of what {@code transaction} changes in {@code bucket}, with the keys locked, and appends it.
     *
     * @param write the id of the write
     */
    <T> T telling(Parts parts, String bucket, Supplier<String> write, Transaction transaction, Supplier<T> append) {
        Optional<BucketWatcher> present = of(bucket);
        List<Invocation> calls =
                present.map(hears -> calls(hears, write.get(), transaction)).orElse(List.of());
        return calls.isEmpty()
                ? append.get()
                : parts.withMailbox(present.orElseThrow().worker(bucket), receiver -> {
                    parts.mailboxes().enqueueAll(receiver, calls, transaction);
                    return append.get();
                });
    }

    /** A transaction was appended that may have changed {@code bucket}; call without locks. */
    void told(String bucket) {
        of(bucket).ifPresent(hears -> hears.enqueued(hears.worker(bucket)));
    }

    private static List<Invocation> calls(BucketWatcher hears, String write, Transaction transaction) {
        Map<String, Optional<Bytes>> values = new LinkedHashMap<>();
        String bucket = "";
        for (Change change : transaction.changes().orElseThrow()) {
            if (change instanceof Change.Put put) {
                bucket = put.place().bucket();
                values.put(put.place().key(), Optional.of(put.value()));
            } else if (change instanceof Change.Remove remove) {
                bucket = remove.place().bucket();
                values.put(remove.place().key(), Optional.empty());
            }
        }
        List<Invocation> calls = new ArrayList<>(values.size());
        for (Map.Entry<String, Optional<Bytes>> each : values.entrySet()) {
            calls.add(hears.invocation(
                    new BucketChange(id(write, calls.size()), bucket, each.getKey(), each.getValue())));
        }
        return calls;
    }

    /** The order of the ids of one record is that of their calls in the mailbox. */
    private static String id(String write, int number) {
        return String.format(Locale.ROOT, "%s/%08d", write, number);
    }
}
