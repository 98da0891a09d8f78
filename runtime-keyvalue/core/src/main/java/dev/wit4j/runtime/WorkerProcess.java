package dev.wit4j.runtime;

import dev.wit4j.Trap;
import dev.wit4j.journal.DeletedException;
import dev.wit4j.journal.FencedException;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.LiveInstance.Attempt;
import dev.wit4j.runtime.entry.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one worker on this host. Whoever has something for it wakes it; what is to be done is then done by one thread at
 * a time: it is claimed and brought back, runs what waits, tries again what failed, and stops when it must not go on.
 */
final class WorkerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final String CANCELLED = "cancelled";

    private final WorkerSetup setup;
    private final WorkerServices services;
    private final WorkerQueue queue;
    private final WorkerLoop loop;
    private final WorkerCommands commands;
    private final WaitingSnapshots waitingSnapshots;
    private final PolicySnapshots policySnapshots;

    private final AtomicBoolean toBeFilled = new AtomicBoolean();

    /** Whom to tell that it is brought back. */
    private final Queue<CompletableFuture<Void>> recoveries = new ConcurrentLinkedQueue<>();

    private final AtomicInteger users = new AtomicInteger();

    /** What the worker is doing unless it is stopped, which the queue knows. */
    private volatile WorkerState state = new WorkerState.Unloaded();

    private volatile long idleSince = System.nanoTime();
    private volatile long pausedUntil = System.nanoTime();

    /** Whether to run nothing until there is a new reason for it: a call, or that what was in the way is gone. */
    private volatile boolean held;

    /** Whose invocation runs, for others to interrupt. */
    private volatile @Nullable ClaimedWorker running;

    /** The rest belongs to the thread that is awake. */
    private @Nullable ClaimedWorker worker;

    private long claim;

    /** How often it could not be brought back, or its host failed under it, since that last went well. */
    private int failedLoads;

    WorkerProcess(WorkerSetup setup, WorkerServices services) {
        this.setup = setup;
        this.services = services;
        this.loop = new WorkerLoop(services.executor(), new Steps());
        this.commands = new WorkerCommands(loop::wake);
        this.policySnapshots = new PolicySnapshots(setup.id(), services.snapshots());
        this.waitingSnapshots = new WaitingSnapshots(setup.id());
        this.queue = new WorkerQueue(setup.id(), services.storage().mailbox(setup.id()));
    }

    /** What the worker is doing. */
    WorkerState state() {
        return queue.stopped().<WorkerState>map(WorkerState.Stopped::new).orElse(state);
    }

    /**
     * Has an invocation run.
     *
     * @return its answer, when it is there and durable
     * @throws WorkerStoppedException if the worker takes no calls
     */
    CompletableFuture<Answer> submit(Invocation invocation) {
        CompletableFuture<Answer> answer = queue.submit(invocation);
        if (!answer.isDone()) {
            goOn();
        }
        return answer;
    }

    /**
     * Has an invocation run, and waits for its answer. If the worker is idle here, this thread runs it: waking another one, and
     * being woken by it, would take as long as the call. Only as long as the instance is there: who makes it again is a thread of
     * the host.
     *
     * @return its answer, which is durable
     * @throws WorkerStoppedException if the worker takes no calls, or stops, or the waiting thread is interrupted
     * @throws Trap if this thread runs the worker already
     */
    Answer call(Invocation invocation) {
        if (loop.isOnThisThread()) {
            throw new Trap(
                    "worker " + setup.id() + " was called by the host of its own call, on the thread that runs it: it"
                            + " would wait for itself for ever. A call that is submitted, and not waited for, comes behind this one");
        }
        CompletableFuture<Answer> answer = queue.submit(invocation);
        if (!answer.isDone()) {
            boolean ready =
                    state instanceof WorkerState.Idle && !Thread.currentThread().isInterrupted();
            if (!ready || !loop.borrow(() -> worker != null && !answer.isDone())) {
                goOn();
            }
        }
        return WorkerHost.join(setup.id(), answer);
    }

    /** Returns when everything that was submitted is durable. */
    void sync() {
        queue.sync();
    }

    /**
     * Has everything run that waits in the mailbox.
     *
     * @return done when the worker is there and about to run something, or runs already, or there is nothing to run for now: not
     *     when it has run, which may take as long as other workers take
     */
    CompletableFuture<Void> recover() {
        CompletableFuture<Void> broughtBack = new CompletableFuture<>();
        recoveries.add(broughtBack);
        if (toBeFilled.compareAndSet(false, true)) {
            commands.add(this::fill);
        }
        goOn();
        if (running != null) {
            recovered();
        }
        return broughtBack;
    }

    private void recovered() {
        for (CompletableFuture<Void> next; (next = recoveries.poll()) != null; ) {
            next.complete(null);
        }
    }

    private void fill() {
        toBeFilled.set(false);
        try {
            queue.fill();
        } catch (RuntimeException e) {
            notLoaded(Failure.of(e)).ifPresent(delay -> services.timer().after(delay, this::recover));
        }
    }

    /**
     * Saves the state, between two invocations: one that is open, even if it only waits for its next attempt, is waited for.
     *
     * @return done when it is saved; fails with a {@link SnapshotException} if it cannot be, or the worker stops before
     */
    CompletableFuture<Void> snapshot() {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        commands.add(() -> snapshot(taken));
        goOn();
        return taken;
    }

    private void snapshot(CompletableFuture<Void> taken) {
        try {
            Optional<WorkerStoppedException> stopped = queue.stopped();
            if (stopped.isPresent()) {
                throw stopped.get();
            }
            if (state instanceof WorkerState.Retrying || load().open().isPresent()) {
                waitingSnapshots.add(taken);
                return;
            }
            save();
            taken.complete(null);
        } catch (Throwable e) {
            taken.completeExceptionally(e);
        }
    }

    private void save() {
        ClaimedWorker claimed = load();
        write(() -> {
            claimed.snapshot();
            return claimed;
        });
    }

    /** Has something recorded, by request; if that fails, but for a state that cannot be saved, the claim is of no use any more. */
    private <T> T write(Supplier<T> record) {
        try {
            return record.get();
        } catch (SnapshotException e) {
            throw e;
        } catch (Throwable e) {
            notLoaded(Failure.of(e)).ifPresent(this::pause);
            throw e;
        }
    }

    /** No invocation is open any longer: what waited for that is next. */
    private void resumeSnapshots() {
        waitingSnapshots.take(taken -> commands.add(() -> snapshot(taken)));
    }

    /** Lets the instance and the claim go, between two invocations. */
    CompletableFuture<Void> unload() {
        return commands.run(this::discard);
    }

    /** Lets the instance go if it has been idle for {@code time}. */
    void unloadIfIdle(Duration time) {
        if (state() instanceof WorkerState.Idle && System.nanoTime() - idleSince >= Nanoseconds.of(time)) {
            commands.run(() -> {
                saveByPolicy(policySnapshots::idle);
                discard();
            });
        }
    }

    /** Takes calls again after it stopped, unless that was for good. */
    CompletableFuture<Void> resume() {
        return commands.run(this::begin);
    }

    /**
     * Has {@code task} run, for {@code caller}, when it takes calls again after it stopped.
     *
     * @return whether it has stopped; if not, nothing is done
     */
    boolean whenResumed(WorkerId caller, Runnable task) {
        return queue.whenResumed(caller, task);
    }

    /**
     * Deletes the worker. An invocation that runs goes on to its next commit, which is refused; nobody waits for it.
     *
     * @throws StorageException if the store cannot be used
     */
    void delete() {
        services.storage().workers().delete(setup.id());
        queue.deleted();
        commands.run(() -> {
            discard();
            waitingSnapshots.fail(new WorkerDeletedException(setup.id()));
            begin();
        });
    }

    /**
     * Ends an invocation that has no answer, between two others.
     *
     * @return whether there was one
     */
    CompletableFuture<Boolean> cancel(String key) {
        return commands.ask(() -> cancelNow(key));
    }

    private boolean cancelNow(String key) {
        queue.stopped()
                .filter(reason -> queue.isClosed() || reason.getCause() instanceof FencedException)
                .ifPresent(reason -> {
                    throw reason;
                });
        WorkerState before = state;
        ClaimedWorker claimed = load();
        Optional<Invocation> open = claimed.open();
        if (open.isPresent() && open.get().key().equals(key)) {
            Answer answer = write(() -> claimed.giveUp(open.get(), CANCELLED, services.results()));
            discard();
            queue.finish(key, answer, claim);
            begin();
            resumeSnapshots();
            return true;
        }
        state = before;
        if (!queue.isPending(key)) {
            return false;
        }
        queue.finish(key, write(() -> claimed.cancel(key, CANCELLED)), claim);
        return true;
    }

    /** Nothing is in the way of what waits. */
    private void begin() {
        queue.resume();
        failedLoads = 0;
        held = false;
        pausedUntil = System.nanoTime();
        state = new WorkerState.Unloaded();
        queue.fill();
        queue.takeResumed().forEach(Runnable::run);
    }

    /** Gives the invocation up that runs, if there is one, as far as its guest lets it. */
    void interrupt(String reason) {
        ClaimedWorker claimed = running;
        if (claimed != null) {
            claimed.interrupt(new WorkerStoppedException(setup.id(), reason));
        }
    }

    /** Stops it for good: what waits goes on waiting in the mailbox. */
    CompletableFuture<Void> stop(String reason) {
        WorkerStoppedException stopped = new WorkerStoppedException(setup.id(), reason);
        queue.close(stopped);
        return commands.run(() -> {
            waitingSnapshots.fail(stopped);
            discard();
        });
    }

    /** Somebody is about to ask for something: until {@link #release} it is not {@link #forgettable}. */
    void use() {
        users.incrementAndGet();
    }

    /** The end of what {@link #use} began. */
    void release() {
        users.decrementAndGet();
    }

    /** Whether there is nothing here that would be missed. */
    boolean forgettable() {
        return users.get() == 0
                && !loop.isAwake()
                && state() instanceof WorkerState.Unloaded
                && commands.isEmpty()
                && waitingSnapshots.isEmpty()
                && queue.isEmpty();
    }

    /** There is a reason to run what waits. */
    private void goOn() {
        held = false;
        loop.wake();
    }

    /** What the loop does. */
    private final class Steps implements WorkerLoop.Steps {
        @Override
        public boolean next() {
            if (commands.runNext()) {
                return true;
            }
            if (!runnable()) {
                return false;
            }
            runNext().ifPresent(WorkerProcess.this::pause);
            return true;
        }

        @Override
        public boolean remain() {
            return !commands.isEmpty() || runnable();
        }

        @Override
        public void rest() {
            recovered();
            if (!(state instanceof WorkerState.Retrying)) {
                idleSince = System.nanoTime();
                state = worker != null ? new WorkerState.Idle() : new WorkerState.Unloaded();
            }
        }

        /** So that nobody waits for it in vain. */
        @Override
        public void fail(Throwable cause) {
            recovered();
            park(Failure.of(cause));
        }
    }

    private boolean runnable() {
        return !held && System.nanoTime() - pausedUntil >= 0 && queue.hasNext();
    }

    /** Runs nothing for a while; commands are still heard. */
    private void pause(Duration delay) {
        pausedUntil = System.nanoTime() + Nanoseconds.of(delay);
        services.timer().after(delay, loop::wake);
    }

    /** Runs the open invocation or, if there is none, the one that has waited longest; returns how long to pause then. */
    private Optional<Duration> runNext() {
        ClaimedWorker claimed;
        Optional<Invocation> next;
        try {
            claimed = load();
            if (claimed.open().isEmpty()) {
                resumeSnapshots();
            }
            next = queue.stopped().isPresent()
                    ? Optional.empty()
                    : claimed.open().or(queue::next);
        } catch (Throwable e) {
            return notLoaded(Failure.of(e));
        }
        if (next.isEmpty()) {
            return Optional.empty();
        }
        state = new WorkerState.Running(next.get().key());
        running = claimed;
        try {
            recovered();
            Attempt attempt = claimed.run(next.get());
            return attempt instanceof Attempt.Failed failed
                    ? failed(claimed, next.get(), failed.failure())
                    : answered(claimed, next.get(), ((Attempt.Answered) attempt).answer());
        } catch (Throwable e) {
            return notLoaded(Failure.of(e));
        } finally {
            running = null;
        }
    }

    private ClaimedWorker load() {
        ClaimedWorker loaded = worker;
        if (loaded == null) {
            state = new WorkerState.Loading();
            loaded = Replay.claim(setup, services.storage());
            worker = loaded;
            policySnapshots.broughtBack();
            try {
                claim = queue.claimed();
            } catch (RuntimeException e) {
                discard();
                throw e;
            }
        }
        return loaded;
    }

    private Optional<Duration> answered(ClaimedWorker claimed, Invocation invocation, Answer answer) {
        claimed.complete(invocation, answer, services.results());
        failedLoads = 0;
        queue.finish(invocation.key(), answer, claim);
        resumeSnapshots();
        if (loop.isBorrowed() && policySnapshots.isDue(claimed)) {
            // The caller has its answer, and goes.
            commands.add(() -> saveByPolicy(policySnapshots::answered));
        } else {
            policySnapshots.answered(claimed);
        }
        return Optional.empty();
    }

    /** Nobody waits for it: what comes of a failure is what would come of it in the next call. */
    private void saveByPolicy(Consumer<ClaimedWorker> save) {
        try {
            if (worker != null) {
                save.accept(worker);
            }
        } catch (Throwable e) {
            notLoaded(Failure.of(e)).ifPresent(this::pause);
        }
    }

    private Optional<Duration> failed(ClaimedWorker claimed, Invocation invocation, Failure failure) {
        if (loop.isBorrowed() && failure.mayBeOfThread()) {
            discard();
            return Optional.empty();
        }
        if (failure instanceof Failure.Stop) {
            return notLoaded(failure);
        }
        if (failure instanceof Failure.OfHost) {
            Optional<Duration> delay = notLoaded(failure);
            delay.ifPresent(time -> retry(invocation, failedLoads, time));
            return delay;
        }
        int attempts = claimed.failedAttempts() + 1;
        LOG.warn(
                "worker {}: attempt {} of invocation {} failed",
                setup.id(),
                attempts,
                invocation.key(),
                failure.cause());
        if (failure instanceof Failure.Final || attempts >= services.retry().attempts()) {
            Answer answer = claimed.giveUp(invocation, failure.reason(), services.results());
            discard();
            failedLoads = 0;
            queue.finish(invocation.key(), answer, claim);
            resumeSnapshots();
            return Optional.empty();
        }
        claimed.attemptFailed(failure.reason());
        discard();
        failedLoads = 0;
        Duration delay = services.retry().delayAfter(attempts, services.random());
        retry(invocation, attempts, delay);
        return Optional.of(delay);
    }

    private void retry(Invocation invocation, int failed, Duration delay) {
        state = new WorkerState.Retrying(invocation.key(), failed, Instant.now().plus(delay));
    }

    /** The worker could not be brought back, or its store or its host failed under it. */
    private Optional<Duration> notLoaded(Failure failure) {
        discard();
        if (failure.cause() instanceof DeletedException) {
            LOG.warn("worker {} begins anew", setup.id(), failure.cause());
            queue.deleted();
            waitingSnapshots.fail(new WorkerDeletedException(setup.id()));
            return Optional.empty();
        }
        if (failure.cause() instanceof HistoryLostException || failure.cause() instanceof WorkerStoppedException) {
            LOG.error("worker {} goes back to what is recorded", setup.id(), failure.cause());
            hold(failure);
            return Optional.empty();
        }
        boolean mayPass = failure instanceof Failure.Retryable
                || failure instanceof Failure.OfHost
                || failure.cause() instanceof StorageException && !(failure.cause() instanceof FencedException);
        failedLoads++;
        if (!mayPass || failedLoads >= services.retry().attempts()) {
            park(failure);
            return Optional.empty();
        }
        LOG.warn("worker {} is brought back again", setup.id(), failure.cause());
        return Optional.of(services.retry().delayAfter(failedLoads, services.random()));
    }

    /**
     * Tells those who wait, and runs what waits when the other worker that stopped under it takes calls again, or after a while.
     * Who calls before is told what comes of it then.
     */
    private void hold(Failure failure) {
        held = true;
        WorkerStoppedException reason = stopped(failure);
        queue.fail(reason);
        waitingSnapshots.fail(reason);
        if (queue.stopped().isPresent()) {
            return;
        }
        if (failure.cause() instanceof WorkerStoppedException stopped
                && (stopped.worker().equals(setup.id())
                        || setup.remote().whenResumed(stopped.worker(), setup.id(), this::goOn))) {
            return;
        }
        failedLoads++;
        if (failedLoads < services.retry().attempts()) {
            services.timer().after(services.retry().delayAfter(failedLoads, services.random()), this::goOn);
        } else {
            failedLoads = 0;
        }
    }

    private void park(Failure failure) {
        LOG.error("worker {} stopped", setup.id(), failure.cause());
        WorkerStoppedException reason = stopped(failure);
        queue.stop(reason);
        waitingSnapshots.fail(reason);
    }

    private WorkerStoppedException stopped(Failure failure) {
        return new WorkerStoppedException(setup.id(), "stopped: " + failure.reason(), failure.cause());
    }

    private void discard() {
        ClaimedWorker claimed = worker;
        worker = null;
        if (claimed != null) {
            try {
                claimed.close();
            } catch (Throwable e) {
                LOG.warn("worker {} could not be closed", setup.id(), e);
            }
        }
    }
}
