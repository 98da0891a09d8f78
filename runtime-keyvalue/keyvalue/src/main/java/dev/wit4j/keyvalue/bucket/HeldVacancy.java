package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;
import java.util.OptionalLong;

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

    /** Which right it is. */
    public CacheEntry.Vacant vacant() {
        return vacant;
    }

    /** Begins a value for the key, to vanish after a time if that is given. */
    public Filling fill(OptionalLong millis) {
        open++;
        return new Filling(millis);
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
    public final class Filling {
        private final OptionalLong millis;

        private Filling(OptionalLong millis) {
            this.millis = millis;
        }

        /** The value is dropped: it is complete, and the key is set. A write, if the guest does it. */
        public void complete(Bytes value) {
            boolean guestAsks = requests.guestAsks();
            if (guestAsks) {
                requests.fill(vacant.key(), value, millis);
            }
            end(guestAsks);
        }
    }
}
