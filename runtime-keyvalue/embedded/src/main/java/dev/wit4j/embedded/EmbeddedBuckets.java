package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Place;
import dev.wit4j.embedded.table.Rows;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import dev.wit4j.value.Text;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** The buckets as one sees them who is told of every record that what he sees rests on. */
final class EmbeddedBuckets implements Buckets {
    private final Parts parts;
    private final LongConsumer rests;

    private EmbeddedBuckets(Parts parts, LongConsumer rests) {
        this.parts = parts;
        this.rests = rests;
    }

    /** For those who are no worker: what is returned is durable. */
    static Buckets durable(Parts parts) {
        return new EmbeddedBuckets(parts, parts.engine()::awaitDurable);
    }

    /** For a worker, which waits for {@code rests} before it tells anybody. */
    static BucketReader of(Parts parts, LongConsumer rests) {
        return new EmbeddedBuckets(parts, rests);
    }

    @Override
    public Optional<Bytes> get(String bucket, String key) {
        Text.check(bucket, "name of a bucket");
        Text.check(key, "key");
        return given(parts.buckets().find(Place.of(bucket, key))).map(Rows.Entry::value);
    }

    @Override
    public boolean exists(String bucket, String key) {
        return get(bucket, key).isPresent();
    }

    @Override
    public Page keys(String bucket, OptionalLong after, int limit) {
        Text.check(bucket, "name of a bucket");
        return given(parts.buckets().keys(bucket, after.orElse(-1), limit));
    }

    private <T> T given(BucketStore.Seen<T> seen) {
        rests.accept(seen.record());
        return seen.value();
    }

    @Override
    public Outcome apply(Effect.OnBucket effect) {
        long size = Transaction.sizeWith(
                BucketEffects.size(effect) + parts.watches().size(effect));
        parts.engine().reserve(size);
        var transaction = new Transaction(size, () -> {});
        try {
            BucketStore.Seen<Outcome> done = parts.effects().locked(effect, () -> {
                BucketStore.Seen<Outcome> outcome = parts.effects().resolve(effect, transaction);
                return transaction.isEmpty()
                        ? outcome
                        : new BucketStore.Seen<>(outcome.value(), append(effect.bucket(), transaction));
            });
            parts.watches().told(effect.bucket());
            return given(done);
        } finally {
            if (!transaction.isAppended()) {
                parts.engine().cancel(size);
            }
        }
    }

    private long append(String bucket, Transaction transaction) {
        Supplier<String> write = () -> UUID.randomUUID().toString();
        return parts.watches()
                .telling(parts, bucket, write, transaction, () -> parts.engine().append(transaction));
    }
}
