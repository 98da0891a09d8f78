package dev.wit4j.runtime;

import dev.wit4j.journal.WorkerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves a worker when its policy says so, unless it refused since it was brought back. Used by the thread that works for it. */
final class PolicySnapshots {
    private static final Logger LOG = LoggerFactory.getLogger(PolicySnapshots.class);

    private final WorkerId worker;
    private final SnapshotPolicy policy;
    private boolean refused;

    PolicySnapshots(WorkerId worker, SnapshotPolicy policy) {
        this.worker = worker;
        this.policy = policy;
    }

    /** The worker was brought back, by another version of its component, perhaps. */
    void broughtBack() {
        refused = false;
    }

    /** Whether the worker is to be saved behind the call that it has answered. */
    boolean isDue(ClaimedWorker claimed) {
        return policy instanceof SnapshotPolicy.Every every && isDue(claimed, every.invocations());
    }

    private boolean isDue(ClaimedWorker claimed, long invocations) {
        return !refused && claimed.invocationsSinceSnapshot() >= invocations && claimed.canBeSaved();
    }

    /** The worker has answered a call. */
    void answered(ClaimedWorker claimed) {
        if (isDue(claimed)) {
            save(claimed);
        }
    }

    /** The worker is about to be unloaded because it is idle. */
    void idle(ClaimedWorker claimed) {
        if (policy instanceof SnapshotPolicy.OnIdle && isDue(claimed, 1)) {
            save(claimed);
        }
    }

    private void save(ClaimedWorker claimed) {
        try {
            claimed.snapshot();
        } catch (SnapshotException e) {
            refused = true;
            LOG.warn("worker {} goes on without a snapshot", worker, e);
        }
    }
}
