package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.format.Binary;
import dev.wit4j.runtime.ResourceContent;
import java.util.Optional;
import java.util.function.Function;

/**
 * The right of a guest to fill a key. It is given back when the guest has dropped it and every value that was begun by it; when
 * the instance ends before that, it ends by itself, because the guest has it again when it comes back. Used by one thread at a
 * time.
 */
public final class HeldVacancy {
    private final CacheRequests requests;
    private final CacheEntry.Vacant vacant;
    private int open = 1;

    /** A vacancy that the guest has. */
    public HeldVacancy(CacheRequests requests, CacheEntry.Vacant vacant) {
        this.requests = requests;
        this.vacant = vacant;
        requests.hold(vacant);
    }

    /** The content of a resource that is no more than such a right: which one it is. */
    public static <R extends Resource> ResourceContent<R> content(
            CacheRequests requests, Function<R, HeldVacancy> held, Function<HeldVacancy, R> resource) {
        return ResourceContent.of(
                saved -> Binary.encode(CacheEntry.Vacant.CODEC, held.apply(saved).vacant),
                content -> resource.apply(new HeldVacancy(requests, Binary.decode(CacheEntry.Vacant.CODEC, content))));
    }

    /** Begins a value for the key, to vanish after a time if that is given. */
    public OutgoingBody fill(Optional<Long> millis) {
        open++;
        return new OutgoingBody(new Body(), Optional.of(new Filling(millis)));
    }

    /** The vacancy is dropped. A write, if the guest does it. */
    public void close() {
        end(requests.guestAsks());
    }

    private void end(boolean guestAsks) {
        open--;
        if (open == 0 && guestAsks) {
            requests.giveBack(vacant);
        }
    }

    /** A value on its way to the key. */
    final class Filling {
        private final Optional<Long> millis;

        private Filling(Optional<Long> millis) {
            this.millis = millis;
        }

        /** The value is dropped: it is complete, and the key is set. A write, if the guest does it. */
        void complete(Bytes value) {
            boolean guestAsks = requests.guestAsks();
            if (guestAsks) {
                requests.fill(vacant.key(), value, millis);
            }
            end(guestAsks);
        }
    }
}
