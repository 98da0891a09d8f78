package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketChange;
import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.WorkerId;
import java.util.Set;

/** Watches one bucket; a call is the text of its change: the key, and the value or that it was removed. */
record TextWatcher(String bucket, WorkerId hearer) implements BucketWatcher {
    @Override
    public Set<String> buckets() {
        return Set.of(bucket);
    }

    @Override
    public WorkerId worker(String ofBucket) {
        return hearer;
    }

    @Override
    public Invocation invocation(BucketChange change) {
        String value = change.value().map(Bytes::toUtf8String).orElse("removed");
        return new Invocation(change.id(), Bytes.utf8(change.key() + " " + value));
    }

    @Override
    public void enqueued(WorkerId worker) {}
}
