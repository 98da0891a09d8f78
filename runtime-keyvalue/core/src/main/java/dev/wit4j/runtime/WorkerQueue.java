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

/**
 * The invocations of a worker that this host knows of, all of which are in the worker's mailbox too, and those who wait for
 * their answers. Safe for use by several threads.
 */
final class WorkerQueue {
    private final WorkerId worker;
    private final Mailbox mailbox;
    private final Map<String, Invocation> invocations = new LinkedHashMap<>();
    private final Map<String, Waiting> waiting = new HashMap<>();

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
     */
    CompletableFuture<Answer> submit(Invocation invocation) {
        Waiting mine = join(invocation.key());
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
            offer(invocation, mine);
            queued = true;
            return mine.answer;
        } finally {
            if (!queued) {
                leave(invocation.key(), mine);
            }
        }
    }

    /** Returns when everything that was submitted is durable. */
    void sync() {
        mailbox.sync();
    }

    /** Takes over what waits in the mailbox. */
    void fill() {
        List<Invocation> pending = mailbox.pending();
        synchronized (this) {
            pending.forEach(invocation -> invocations.putIfAbsent(invocation.key(), invocation));
        }
    }

    /** The invocation that has waited longest, which stays in the queue. */
    synchronized Optional<Invocation> first() {
        return invocations.values().stream().findFirst();
    }

    /** Whether nothing waits, neither invocation nor caller. */
    synchronized boolean isEmpty() {
        return invocations.isEmpty() && waiting.isEmpty();
    }

    /** The invocation with this key has its answer, and it is durable. */
    void finish(String key, Answer answer) {
        Waiting finished;
        synchronized (this) {
            invocations.remove(key);
            finished = waiting.remove(key);
            if (finished != null) {
                finished.settled = true;
            }
        }
        if (finished != null) {
            finished.answer.complete(answer);
        }
    }

    /** The worker stops: nobody waits any longer; the invocations stay in the mailbox. */
    void stop(WorkerStoppedException reason) {
        List<Waiting> all;
        synchronized (this) {
            all = new ArrayList<>(waiting.values());
            all.forEach(each -> each.settled = true);
            waiting.clear();
            invocations.clear();
        }
        all.forEach(each -> each.answer.completeExceptionally(reason));
    }

    private synchronized Waiting join(String key) {
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
    private synchronized void offer(Invocation invocation, Waiting entry) {
        if (!entry.settled) {
            invocations.putIfAbsent(invocation.key(), invocation);
        }
    }
}
