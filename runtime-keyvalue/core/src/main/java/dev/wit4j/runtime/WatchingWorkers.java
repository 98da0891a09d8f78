package dev.wit4j.runtime;

import dev.wit4j.journal.BucketChange;
import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.EntryFormat;
import dev.wit4j.runtime.entry.Request;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The workers of a host that hear of the changes of buckets, as its store asks for them. */
final class WatchingWorkers implements BucketWatcher {
    private final Map<String, Watch> watches;
    private final Consumer<WorkerId> waiting;

    /** A worker, and how it hears of changes. */
    record Watch(WorkerId worker, ChangeHandler handler) {}

    /**
     * Workers by the buckets that they watch.
     *
     * @param waiting is told of a worker that something waits for
     */
    WatchingWorkers(Map<String, Watch> watches, Consumer<WorkerId> waiting) {
        this.watches = Map.copyOf(watches);
        this.waiting = waiting;
    }

    @Override
    public Set<String> buckets() {
        return watches.keySet();
    }

    @Override
    public WorkerId worker(String bucket) {
        return watch(bucket).worker();
    }

    @Override
    public Invocation invocation(BucketChange change) {
        ChangeHandler.Call call = watch(change.bucket()).handler().of(change);
        Request request = new Request(
                call.item(),
                call.function().name(),
                call.function().fingerprint(),
                Encoding.arguments(call.function(), call.arguments().toArray(), HostImplementations::write),
                List.of());
        return new Invocation("change/" + change.id(), EntryFormat.encode(request));
    }

    @Override
    public void enqueued(WorkerId worker) {
        waiting.accept(worker);
    }

    private Watch watch(String bucket) {
        return Objects.requireNonNull(watches.get(bucket), "a bucket that is not watched");
    }
}
