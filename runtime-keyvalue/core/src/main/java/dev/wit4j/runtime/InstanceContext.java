package dev.wit4j.runtime;

import dev.wit4j.component.Boundary;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the imports of one instance share. Used by the thread of the invocation. */
final class InstanceContext {
    private final WorkerId worker;
    private final Guard guard = new Guard();
    private final Boundary boundary;
    private final HostImplementations hosts;
    private final Transcript transcript;
    private final Writing writing;
    private final WorkerClock clock;
    private final RemoteCalls remote;
    private long incarnation;
    private @Nullable Request request;

    InstanceContext(
            WorkerId worker,
            Transcript transcript,
            Writing writing,
            Boundary boundary,
            HostImplementations hosts,
            WorkerClock clock,
            RemoteCalls remote) {
        this.worker = worker;
        this.transcript = transcript;
        this.writing = writing;
        this.boundary = boundary;
        this.hosts = hosts;
        this.clock = clock;
        this.remote = remote;
    }

    /** The worker. */
    WorkerId worker() {
        return worker;
    }

    /** What watches over the calls. */
    Guard guard() {
        return guard;
    }

    /** What resources cross as handles. */
    Boundary boundary() {
        return boundary;
    }

    /** What implements the imports. */
    HostImplementations hosts() {
        return hosts;
    }

    /** What the invocation did and does. */
    Transcript transcript() {
        return transcript;
    }

    /** The write of the call that is made now. */
    Writing writing() {
        return writing;
    }

    /** What the worker measures time by. */
    WorkerClock clock() {
        return clock;
    }

    /** How other workers are waited for. */
    RemoteCalls remote() {
        return remote;
    }

    /** Tells this worker from an earlier one of the same name. */
    void incarnation(long value) {
        incarnation = value;
    }

    /** The invocation that runs. */
    void running(Request value) {
        request = value;
    }

    /** Whether an invocation has begun: before, the instance is being made. */
    boolean runs() {
        return request != null;
    }

    /** The workers whose calls led to a call that this one makes now, itself last. */
    List<WorkerId> callers() {
        List<WorkerId> callers = new ArrayList<>();
        if (request != null) {
            callers.addAll(request.callers());
        }
        callers.add(worker);
        return callers;
    }

    /** The idempotency key of the call that is the journal entry {@code index}: the same on every replay. */
    String derivedKey(long index) {
        return String.format(Locale.ROOT, "%s/%016x/%d", worker, incarnation, index);
    }
}
