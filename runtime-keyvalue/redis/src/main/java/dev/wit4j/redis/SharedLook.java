package dev.wit4j.redis;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Something that many come to look at, of whom one looks and the others wait for what it finds. Safe to share between threads. */
final class SharedLook {
    private final Runnable look;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicLong taken = new AtomicLong();

    SharedLook(Runnable look) {
        this.look = look;
    }

    /** Looks, or waits until somebody else has: whoever looks already does so for all that come meanwhile. */
    void take() {
        long before = taken.get();
        looking.lock();
        try {
            if (taken.get() == before) {
                look.run();
                taken.incrementAndGet();
            }
        } finally {
            looking.unlock();
        }
    }
}
