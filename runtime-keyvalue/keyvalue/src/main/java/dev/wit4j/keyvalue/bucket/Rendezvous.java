package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.runtime.HostContext;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one worker at a time fill a key, while others wait. Who it is lies in a bucket, as a value that expires, so that a worker
 * that is lost keeps nobody waiting; no journal has a part in it. Serves one instance.
 */
final class Rendezvous {
    private static final Logger LOG = LoggerFactory.getLogger(Rendezvous.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final HostContext context;
    private final CacheOptions options;
    private final Set<String> held = new HashSet<>();

    Rendezvous(HostContext context, CacheOptions options) {
        this.context = context;
        this.options = options;
    }

    /**
     * Waits until a key has a value, or may be filled by this worker.
     *
     * @param value looks whether there is a value
     * @throws RefusedException if that takes too long, or this very instance may fill the key already
     */
    CacheEntry enter(String key, Supplier<Optional<Bytes>> value) {
        CacheEntry.Vacant vacant = new CacheEntry.Vacant(key, UUID.randomUUID() + "@" + context.worker());
        long begun = System.nanoTime();
        Duration pause = SHORTEST_PAUSE;
        while (true) {
            Optional<Bytes> present = value.get();
            if (present.isPresent()) {
                return new CacheEntry.Occupied(present.get());
            }
            if (take(vacant)) {
                return lookAgain(vacant, value);
            }
            if (System.nanoTime() - begun >= options.patience().toNanos()) {
                throw RefusedException.other("another worker has not filled the key in "
                        + options.patience().toMillis() + " ms");
            }
            LockSupport.parkNanos(pause.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted while another worker may fill the key");
            }
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Whoever had the right before may have filled the key between the two looks. */
    private CacheEntry lookAgain(CacheEntry.Vacant vacant, Supplier<Optional<Bytes>> value) {
        Optional<Bytes> present = value.get();
        if (present.isEmpty()) {
            hold(vacant);
            return vacant;
        }
        giveBack(vacant);
        return new CacheEntry.Occupied(present.get());
    }

    private boolean take(CacheEntry.Vacant vacant) {
        Optional<Bytes> holder = swap(vacant.key(), Optional.empty(), vacant.token(), options.lease());
        if (holder.isEmpty()) {
            return true;
        }
        String token = holder.get().toUtf8String();
        if (!token.substring(token.indexOf('@') + 1).equals(context.worker().toString())) {
            return false;
        }
        if (held.contains(token)) {
            throw RefusedException.other("this worker has the right to fill the key already");
        }
        // This worker's own, from before a crash that the journal knows nothing of.
        return swap(vacant.key(), holder, vacant.token(), options.lease()).isEmpty();
    }

    /** An instance has the right. */
    void hold(CacheEntry.Vacant vacant) {
        held.add(vacant.token());
    }

    /** Lets others have the right. Where the store is away it ends by itself. */
    void giveBack(CacheEntry.Vacant vacant) {
        held.remove(vacant.token());
        try {
            swap(vacant.key(), Optional.of(Bytes.utf8(vacant.token())), "", Duration.ZERO);
        } catch (StorageException | RefusedException e) {
            LOG.debug("the right to fill the key '{}' ends by itself", vacant.key(), e);
        }
    }

    /** Puts a token in the place of another; returns what is there instead, if that failed. */
    private Optional<Bytes> swap(String key, Optional<Bytes> expected, String token, Duration time) {
        Outcome outcome = context.shared()
                .apply(new Effect.CompareAndSwap(
                        options.vacancies(), key, expected, Bytes.utf8(token), OptionalLong.of(time.toMillis())));
        if (outcome instanceof Outcome.Mismatch mismatch) {
            return Optional.of(mismatch.found().orElse(Bytes.EMPTY));
        }
        if (outcome.equals(Outcome.DONE)) {
            return Optional.empty();
        }
        throw RefusedException.other("the store does not say who may fill the key: " + outcome);
    }
}
