package dev.wit4j.runtime;

import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.EntryFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The invocations of a worker that this host knows of, all of which are in the worker's mailbox too, and those who wait for
 * their answers. Safe for use by several threads.
 */
final class WorkerQueue {
    /** About so many bytes of a mailbox are read at once, however long it is. */
    private static final long AT_ONCE = 1 << 20;

    private final WorkerId worker;
    private final Mailbox mailbox;
    private final Map<String, Queued> invocations = new LinkedHashMap<>();

    /** While the mailbox has more than was read: those that come behind it. */
    private final Map<String, Queued> behind = new LinkedHashMap<>();

    private boolean more;
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Map<WorkerId, Runnable> whenResumed = new HashMap<>();
    private long claims;
    private @Nullable WorkerStoppedException stopped;
    private boolean closed;

    /**
     * An invocation that waited in the mailbox when it was looked at, during the claim of this number or before it. Before the
     * next claim another host may have run it. A deletion counts as a claim.
     */
    private record Queued(Invocation invocation, long claim) {}

    /** Those who wait for the answer of one key. */
    private static final class Waiting {
        final CompletableFuture<Answer> answer = new CompletableFuture<>();
        int callers;
        boolean settled;
    }

    WorkerQueue(WorkerId worker, Mailbox mailbox) {
        this.worker = worker;
        this.mailbox = mailbox;
    }

    /**
     * Puts an invocation into the mailbox and the queue, unless its key is known.
     *
     * @return its answer, when it is there and durable
     * @throws KeyConflictException if the key is known for another call
     * @throws WorkerStoppedException if the worker takes no calls
     */
    CompletableFuture<Answer> submit(Invocation invocation) {
        Waiting mine = join(invocation.key());
        long claim = claims();
        boolean queued = false;
        try {
            Mailbox.State state = mailbox.enqueue(invocation);
            if (state instanceof Mailbox.State.Conflict) {
                mailbox.sync();
                throw new KeyConflictException(worker, invocation.key());
            }
            if (state instanceof Mailbox.State.Completed completed) {
                mailbox.sync();
                return CompletableFuture.completedFuture(EntryFormat.decodeAnswer(completed.result()));
            }
            offer(new Queued(invocation, claim), mine);
            queued = true;
            return mine.answer;
        } finally {
            if (!queued) {
                leave(invocation.key(), mine);
            }
        }
    }

    /** Whether the invocation with this key has no answer, as far as the store knows. */
    boolean isPending(String key) {
        return mailbox.state(key) instanceof Mailbox.State.Pending;
    }

    /** Returns when everything that was submitted is durable. */
    void sync() {
        mailbox.sync();
    }

    /** Takes over what has waited longest in the mailbox, in its order, unless the worker takes no calls. */
    void fill() {
        long claim = claims();
        Mailbox.Waiting pending = mailbox.pending(AT_ONCE);
        synchronized (this) {
            if (stopped != null) {
                return;
            }
            Map<String, Queued> known = new LinkedHashMap<>(invocations);
            known.putAll(behind);
            invocations.clear();
            behind.clear();
            for (Invocation invocation : pending.oldest()) {
                Queued queued = known.remove(invocation.key());
                invocations.put(
                        invocation.key(),
                        new Queued(invocation, queued == null ? claim : Math.max(queued.claim(), claim)));
            }
            more = pending.more();
            (more ? behind : invocations).putAll(known);
        }
    }

    /**
     * The worker was claimed: what was queued before is asked for again before it runs, because until now another host may have
     * run it, or this one without hearing so.
     *
     * @return the number of the claim
     */
    long claimed() {
        long claim;
        synchronized (this) {
            claim = ++claims;
        }
        fill();
        return claim;
    }

    /** The worker was deleted: it begins anew, and who waits for what went with it is told so. */
    void deleted() {
        List<Queued> known;
        synchronized (this) {
            claims++;
            stopped = closed ? stopped : null;
            more = false;
            invocations.putAll(behind);
            behind.clear();
            known = List.copyOf(invocations.values());
        }
        known.forEach(each -> settle(each.invocation(), new WorkerDeletedException(worker)));
    }

    /** Whether there is an invocation to run; it may have been run meanwhile. */
    synchronized boolean hasNext() {
        return more || !invocations.isEmpty();
    }

    /**
     * The invocation to run next on a claimed worker, which stays in the queue. Those before it that turn out not to wait any
     * longer are settled.
     */
    Optional<Invocation> next() {
        while (true) {
            if (isReadToItsEnd()) {
                fill();
            }
            Optional<Queued> oldest = oldest();
            if (oldest.isEmpty() || oldest.get().claim() == claims()) {
                return oldest.map(Queued::invocation);
            }
            Invocation invocation = oldest.get().invocation();
            settle(
                    invocation,
                    new WorkerStoppedException(
                            worker, "the store knows the call with the key '" + invocation.key() + "' no longer"));
        }
    }

    /** Asks the mailbox for what became of an invocation; {@code gone} says that there is none. */
    private void settle(Invocation invocation, WorkerException gone) {
        Mailbox.State state = mailbox.state(invocation.key());
        if (state instanceof Mailbox.State.Pending) {
            synchronized (this) {
                invocations.replace(invocation.key(), new Queued(invocation, claims));
            }
        } else if (state instanceof Mailbox.State.Completed completed) {
            Answer answer = EntryFormat.decodeAnswer(completed.result());
            mailbox.sync();
            finish(invocation.key(), answer);
        } else {
            remove(invocation.key()).ifPresent(entry -> entry.answer.completeExceptionally(gone));
        }
    }

    private synchronized long claims() {
        return claims;
    }

    /** Whether all that was read of the mailbox has been run, and there is more. */
    private synchronized boolean isReadToItsEnd() {
        return more && invocations.isEmpty();
    }

    private synchronized Optional<Queued> oldest() {
        return invocations.values().stream().findFirst();
    }

    /** Whether nothing waits, neither invocation nor caller. */
    synchronized boolean isEmpty() {
        return !hasNext() && behind.isEmpty() && waiting.isEmpty();
    }

    /**
     * The invocation with this key has its answer, and it is durable.
     *
     * @param claim during which it ran: what waits behind a later one is another invocation, of a worker made anew
     */
    void finish(String key, Answer answer, long claim) {
        if (claim == claims()) {
            finish(key, answer);
        }
    }

    private void finish(String key, Answer answer) {
        remove(key).ifPresent(entry -> entry.answer.complete(answer));
    }

    /** Forgets an invocation; returns who waits for it, who then has to be told. */
    private synchronized Optional<Waiting> remove(String key) {
        invocations.remove(key);
        behind.remove(key);
        Waiting removed = waiting.remove(key);
        if (removed != null) {
            removed.settled = true;
        }
        return Optional.ofNullable(removed);
    }

    /** Nobody waits any longer; the invocations stay where they are, and more are taken. */
    void fail(WorkerStoppedException reason) {
        List<Waiting> all;
        synchronized (this) {
            all = new ArrayList<>(waiting.values());
            waiting.clear();
        }
        all.forEach(each -> each.answer.completeExceptionally(reason));
    }

    /** The worker stops: nobody waits any longer, and nothing is taken before it is resumed; a closed one stays as it is. */
    void stop(WorkerStoppedException reason) {
        synchronized (this) {
            stopped = closed ? stopped : reason;
            forgetAll();
        }
        fail(reason);
    }

    /** The worker stops for good. */
    void close(WorkerStoppedException reason) {
        synchronized (this) {
            stopped = reason;
            closed = true;
            forgetAll();
        }
        fail(reason);
    }

    /** The invocations are in the mailbox alone. */
    private void forgetAll() {
        invocations.clear();
        behind.clear();
        more = false;
        waiting.values().forEach(each -> each.settled = true);
    }

    /**
     * The worker takes calls again.
     *
     * @throws WorkerStoppedException if it is closed
     */
    synchronized void resume() {
        if (stopped != null && closed) {
            throw stopped;
        }
        stopped = null;
    }

    /**
     * Keeps {@code task} for {@link #takeResumed}, in place of an earlier one of the same worker.
     *
     * @return whether the worker takes no calls; if it does, nothing is kept
     */
    synchronized boolean whenResumed(WorkerId caller, Runnable task) {
        if (stopped == null) {
            return false;
        }
        whenResumed.put(caller, task);
        return true;
    }

    /** What was kept, which is then no longer. */
    synchronized List<Runnable> takeResumed() {
        List<Runnable> tasks = List.copyOf(whenResumed.values());
        whenResumed.clear();
        return tasks;
    }

    /** Whether it has stopped for good. */
    synchronized boolean isClosed() {
        return closed;
    }

    /** Why the worker takes no calls, if so. */
    synchronized Optional<WorkerStoppedException> stopped() {
        return Optional.ofNullable(stopped);
    }

    private synchronized Waiting join(String key) {
        if (stopped != null) {
            throw stopped;
        }
        Waiting entry = waiting.computeIfAbsent(key, absent -> new Waiting());
        entry.callers++;
        return entry;
    }

    private synchronized void leave(String key, Waiting entry) {
        entry.callers--;
        if (entry.callers == 0) {
            waiting.remove(key, entry);
        }
    }

    /** Queues an invocation, unless it was answered, or the worker stopped, since the mailbox was asked. */
    private synchronized void offer(Queued queued, Waiting entry) {
        if (!entry.settled && !invocations.containsKey(queued.invocation().key())) {
            (more ? behind : invocations).putIfAbsent(queued.invocation().key(), queued);
        }
    }
}
