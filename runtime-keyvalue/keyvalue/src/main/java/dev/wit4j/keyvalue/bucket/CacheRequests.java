package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;
import dev.wit4j.Result;
import dev.wit4j.Unit;
import dev.wit4j.runtime.HostContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What {@code cache} means in the generations that have it: values in one bucket, which may vanish, and the right to fill a key.
 * Every answer is there when the call returns; a refusal is an answer. Serves one instance of a worker.
 */
public final class CacheRequests {
    private final HostContext context;
    private final BucketRequests requests;
    private final CacheOptions options;
    private final Rendezvous rendezvous;

    /** Requests of one instance. */
    public CacheRequests(HostContext context, BucketRequests requests, CacheOptions options) {
        this.context = context;
        this.requests = requests;
        this.options = options;
        this.rendezvous = new Rendezvous(context, options);
    }

    /** The value of a key, unless it is absent. A read. */
    public CacheAnswer<Optional<Bytes>> get(String key) {
        return answer(() -> requests.get(options.bucket(), key));
    }

    /** Whether a key is present. A read. */
    public CacheAnswer<Boolean> exists(String key) {
        return answer(() -> requests.exists(options.bucket(), key));
    }

    /** Sets a key, to vanish after a time if that is given. A write. */
    public CacheAnswer<Unit> put(String key, Bytes value, Optional<Long> millis) {
        return answer(() -> {
            requests.put(
                    options.bucket(),
                    key,
                    value,
                    millis.isPresent() ? OptionalLong.of(millis.get()) : OptionalLong.empty());
            return Unit.VALUE;
        });
    }

    /** Removes a key. A write. */
    public CacheAnswer<Unit> delete(String key) {
        return answer(() -> {
            requests.delete(options.bucket(), List.of(key));
            return Unit.VALUE;
        });
    }

    /**
     * The value of a key or, if it is absent, the right to fill it; waits while another worker has that. A read: the world is
     * asked once, also for the right, and a replay neither waits nor asks.
     */
    public CacheAnswer<CacheEntry> getOrSet(String key) {
        return answer(() -> {
            requests.checkWrite(options.bucket(), key);
            return rendezvous.enter(key, () -> requests.get(options.bucket(), key));
        });
    }

    /** The guest has the right to fill a key, as it was given before. */
    public void hold(CacheEntry.Vacant vacant) {
        rendezvous.hold(vacant);
    }

    /** The guest has dropped an answer, and the right to fill a key with it if nobody took that. A write, if the guest does it. */
    public void drop(CacheAnswer<CacheEntry> answer) {
        answer.take().ifPresent(untaken -> {
            if (guestAsks()
                    && untaken instanceof Result.Ok<CacheEntry, String> ok
                    && ok.value() instanceof CacheEntry.Vacant vacant) {
                giveBack(vacant);
            }
        });
    }

    /** Lets others fill the key. */
    void giveBack(CacheEntry.Vacant vacant) {
        rendezvous.giveBack(vacant);
    }

    /** Whether a resource is dropped by the guest, and not because the instance is over. */
    boolean guestAsks() {
        return context.mayWrite();
    }

    /** Sets the key of a vacancy; one that is refused stays absent, since who drops a value gets no answer. A write. */
    void fill(String key, Bytes value, Optional<Long> millis) {
        put(key, value, millis);
    }

    private static <T> CacheAnswer<T> answer(Supplier<T> request) {
        try {
            return CacheAnswer.of(Result.ok(request.get()));
        } catch (RefusedException e) {
            return CacheAnswer.of(Result.err(e.refusal().message()));
        }
    }
}
