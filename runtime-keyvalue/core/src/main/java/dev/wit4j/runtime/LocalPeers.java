package dev.wit4j.runtime;

import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The workers of one host call each other, and are kept from waiting for each other in a circle. Safe to share between threads. */
final class LocalPeers implements RemoteCalls {
    private final WorkerHost host;

    /** Who waits for whom; guarded by this. A worker waits for one answer at a time. */
    private final Map<WorkerId, Wait> waits = new HashMap<>();

    private record Wait(WorkerId worker, CompletableFuture<Answer> answer) {}

    LocalPeers(WorkerHost host) {
        this.host = host;
    }

    @Override
    public synchronized Optional<String> circle(WorkerId caller, WorkerId worker) {
        StringBuilder path = new StringBuilder("worker " + caller + " calls worker " + worker);
        WorkerId next = worker;
        for (Wait wait; (wait = unanswered(next)) != null; next = wait.worker()) {
            path.append(", which waits for worker ").append(wait.worker());
            if (wait.worker().equals(caller)) {
                return Optional.of(path + ": they would wait for ever");
            }
        }
        return Optional.empty();
    }

    private @Nullable Wait unanswered(WorkerId caller) {
        Wait wait = waits.get(caller);
        return wait == null || wait.answer().isDone() ? null : wait;
    }

    @Override
    public Answer await(WorkerId caller, WorkerId worker, Invocation invocation) {
        while (true) {
            CompletableFuture<Answer> answer = host.process(worker, process -> process.submit(invocation));
            Optional<String> circle = begin(caller, new Wait(worker, answer));
            if (circle.isPresent()) {
                return new Answer.Failed(circle.get() + ". The call is made all the same, later");
            }
            try {
                return WorkerHost.join(worker, answer);
            } catch (WorkerDeletedException e) {
                // What this worker meant stands in its journal: the next one of that name is asked for it.
            } finally {
                end(caller);
            }
        }
    }

    /** Begins to wait, unless that would never end: then the one that comes last does not. */
    private synchronized Optional<String> begin(WorkerId caller, Wait wait) {
        Optional<String> circle = wait.answer().isDone() ? Optional.empty() : circle(caller, wait.worker());
        if (circle.isEmpty()) {
            waits.put(caller, wait);
        }
        return circle;
    }

    private synchronized void end(WorkerId caller) {
        waits.remove(caller);
    }

    @Override
    public boolean whenResumed(WorkerId worker, WorkerId caller, Runnable task) {
        return host.process(worker, process -> process.whenResumed(caller, task));
    }
}
