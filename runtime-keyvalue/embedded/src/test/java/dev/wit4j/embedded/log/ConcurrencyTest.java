package dev.wit4j.embedded.log;

import dev.wit4j.journal.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;

/** The threads of a log in the orders that a model checker finds; one in which somebody sleeps for ever fails the test. */
class ConcurrencyTest {
    private static final int ORDERS = Integer.getInteger("wit4j.orders", 50);

    /** Permits that the model checker understands: who parks stays there until somebody unparks it. */
    private static final class Permits implements Parking {
        private final List<Thread> permitted = new ArrayList<>();

        @Override
        public synchronized void park(Object blocker) {
            while (!permitted.remove(Thread.currentThread())) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }

        @Override
        public void parkNanos(Object blocker, long nanos) {
            throw new AssertionError("nobody dozes here");
        }

        @Override
        public synchronized void unpark(Thread thread) {
            if (!permitted.contains(thread)) {
                permitted.add(thread);
            }
            notifyAll();
        }
    }

    private static Thread started(Runnable task) {
        var thread = new Thread(task);
        thread.start();
        return thread;
    }

    /** What the model checker follows must be simple: no assertions that build objects. */
    private static void require(boolean condition) {
        if (!condition) {
            throw new AssertionError();
        }
    }

    private static void join(List<Thread> threads) {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void whoeverWaitsIsWokenWhenItIsDurableAndNotBefore() {
        Lincheck.runConcurrentTest(ORDERS, () -> {
            var durability = new Durability(0, new Permits());
            var early = new AtomicInteger();
            List<Thread> waiting = new ArrayList<>();
            for (int number : new int[] {2, 1}) {
                waiting.add(started(() -> {
                    durability.await(number);
                    early.addAndGet(durability.durable() < number ? 1 : 0);
                }));
            }
            durability.advance(1);
            durability.advance(2);
            join(waiting);
            require(early.get() == 0);
        });
    }

    @Test
    void whoeverWaitsIsToldOfAFailureUnlessItIsDurable() {
        Lincheck.runConcurrentTest(ORDERS, () -> {
            var durability = new Durability(0, new Permits());
            var told = new AtomicInteger();
            List<Thread> waiting = new ArrayList<>();
            for (int number : new int[] {1, 2}) {
                waiting.add(started(() -> {
                    try {
                        durability.await(number);
                    } catch (StorageException e) {
                        told.addAndGet(number);
                    }
                }));
            }
            durability.advance(1);
            durability.fail(new IllegalStateException("broken"));
            join(waiting);
            require(told.get() == 2);
        });
    }

    @Test
    void noCallIsLostHoweverTheOneWhoRestsAndThoseWhoCallMeet() {
        Lincheck.runConcurrentTest(ORDERS, () -> {
            var alarm = new Alarm(new Permits());
            var work = new AtomicInteger();
            Thread worker = started(() -> {
                for (int done = 0; done < 2; ) {
                    alarm.rest(true);
                    int found = work.getAndSet(0);
                    if (found > 0) {
                        alarm.work();
                        done += found;
                    } else {
                        alarm.sleep(0);
                    }
                }
            });
            Thread caller = started(() -> {
                work.incrementAndGet();
                alarm.call();
            });
            work.incrementAndGet();
            alarm.mention();
            join(List.of(worker, caller));
        });
    }
}
