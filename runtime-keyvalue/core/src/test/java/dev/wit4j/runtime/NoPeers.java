package dev.wit4j.runtime;

import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Answer;
import java.util.Optional;

/** For scripts that call no other worker. */
final class NoPeers implements RemoteCalls {
    @Override
    public Optional<String> circle(WorkerId caller, WorkerId worker) {
        throw none(worker);
    }

    @Override
    public Answer await(WorkerId caller, WorkerId worker, Invocation invocation) {
        throw none(worker);
    }

    @Override
    public boolean whenResumed(WorkerId worker, WorkerId caller, Runnable task) {
        throw none(worker);
    }

    private static AssertionError none(WorkerId worker) {
        return new AssertionError("no script of this test calls " + worker);
    }
}
