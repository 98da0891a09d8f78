package dev.wit4j.redis;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** At which round trip what goes wrong, shared by the proxies of all servers. Safe to share between threads. */
final class FaultPlan {
    private static final int NEVER = -1;

    private final AtomicInteger requests = new AtomicInteger();
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();
    private volatile int first = NEVER;
    private volatile int last = NEVER;
    private volatile Fault fault = Fault.NONE;
    private volatile Runnable action = () -> {};
    private volatile String only = "";
    private volatile boolean held;
    private volatile CountDownLatch late = new CountDownLatch(1);
    private volatile CountDownLatch refusal = new CountDownLatch(1);

    /** What happens to a request. */
    enum Fault {
        /** Nothing. */
        NONE,
        /** The connection is cut before the server gets it. */
        CUT_BEFORE,
        /** The server executes it, and the connection is cut before the answer. */
        DROP_REPLY,
        /** The client's connection is cut, and the server gets the request when the client has made two more. */
        COME_LATE,
        /** Something is done to the servers before one gets the request. */
        ACT_BEFORE,
        /** Something is done, and the connection is cut: no server gets the request. */
        ACT_INSTEAD,
        /** Something is done to the servers after one has answered, and before the client hears of it. */
        ACT_AFTER
    }

    /** Counts requests from 0 again, and does {@code what} at the one of this number. */
    void arm(int request, Fault what, Runnable with) {
        action = with;
        fault = what;
        first = request;
        last = request;
        late = new CountDownLatch(1);
        requests.set(0);
    }

    /** From now on only requests with this command count, and those inside of scripts do not. */
    void only(String command) {
        only = "\r\n" + command + "\r\n";
    }

    /** Counts requests from 0 again, and does {@code what} at each of them. */
    void armEach(Fault what) {
        arm(0, what, () -> {});
        last = Integer.MAX_VALUE;
    }

    /** Keeps what comes late until it is let go. */
    void hold() {
        held = true;
    }

    /** Lets what comes late come, and returns when it was executed. */
    void letGo() throws InterruptedException {
        held = false;
        late.await();
    }

    /** Whether a request that came as number {@code request} of all and is to come late may come now. */
    boolean isLateEnough(int request) {
        return !held && requests.get() >= request + 2;
    }

    /** What was to come late has been executed. */
    void cameLate() {
        late.countDown();
    }

    void disarm() {
        first = NEVER;
        last = NEVER;
        refusal.countDown();
    }

    /** What happens to the request that came now; each of its bytes is a character. */
    Fault next(String content) {
        if (!content.contains(only)) {
            return Fault.NONE;
        }
        int request = requests.getAndIncrement();
        return request >= first && request <= last ? fault : Fault.NONE;
    }

    /** Notes the first word of an error that a client is answered with. */
    void refused(String word) {
        refusals.add(word);
        if (!word.equals("NOSCRIPT")) {
            refusal.countDown();
        }
    }

    /** Opens when a client is refused from now on, but not for a script that the server does not know; or when the plan is over. */
    CountDownLatch nextRefusal() {
        refusal = new CountDownLatch(1);
        return refusal;
    }

    /** The first words of all errors so far. */
    Set<String> refusals() {
        return refusals;
    }

    int requests() {
        return requests.get();
    }

    void act() {
        action.run();
    }
}
