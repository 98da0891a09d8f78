package dev.wit4j.runtime;

import dev.wit4j.journal.WorkerId;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the instances of idle workers go, and forgets those of which nothing is left here; each time that it is run. */
final class IdleWorkers implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(IdleWorkers.class);

    private final ConcurrentMap<WorkerId, WorkerProcess> processes;
    private final Duration idleAfter;

    /**
     * Looks after {@code processes}.
     *
     * @param idleAfter for how long a worker has to be idle
     */
    IdleWorkers(ConcurrentMap<WorkerId, WorkerProcess> processes, Duration idleAfter) {
        this.processes = processes;
        this.idleAfter = idleAfter;
    }

    /** Does not fail: who runs it time and again would not do so any more. */
    @Override
    public void run() {
        processes.keySet().forEach(this::look);
    }

    private void look(WorkerId worker) {
        try {
            processes.computeIfPresent(worker, (same, process) -> {
                process.unloadIfIdle(idleAfter);
                return process.forgettable() ? null : process;
            });
        } catch (Throwable e) {
            LOG.error("worker {} could not be unloaded; it is tried again", worker, e);
        }
    }
}
