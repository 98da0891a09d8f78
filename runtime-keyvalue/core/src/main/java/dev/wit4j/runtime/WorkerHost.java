package dev.wit4j.runtime;

import dev.wit4j.component.Invoker;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs components as durable workers on one store. What a worker was called for goes on after a restart, on this host or
 * another: see {@link #recover}. Safe to share between threads.
 */
public final class WorkerHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerHost.class);

    /** Enough to keep the store busy; a replay may take as much memory as its worker. */
    private static final int RECOVERED_AT_ONCE = 64;

    private final Storage storage;
    private final Map<String, ComponentDefinition> components;
    private final Map<String, WorkerExports> exports = new HashMap<>();
    private final Map<String, RetryPolicy> retries;
    private final List<HostProvider> providers;
    private final HostTime time;
    private final ExecutorService executor = WorkerThreads.executor();
    private final ScheduledThreadPoolExecutor timer;
    private final WorkerServices services;
    private final Callbacks callbacks = new Callbacks(executor);
    private final RemoteCalls peers = new LocalPeers(this);
    private final ConcurrentMap<WorkerId, WorkerProcess> processes = new ConcurrentHashMap<>();
    private final Recoveries recoveries = new Recoveries(RECOVERED_AT_ONCE, id -> process(id, WorkerProcess::recover));
    private final AtomicBoolean closed = new AtomicBoolean();

    private WorkerHost(Builder builder) {
        storage = builder.storage;
        components = Map.copyOf(builder.components);
        components.forEach((name, component) -> exports.put(name, new WorkerExports(component.exports())));
        retries = Map.copyOf(builder.retries);
        providers = List.copyOf(builder.providers);
        time = builder.time.get();
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "wit4j-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        services = new WorkerServices(
                storage,
                executor,
                (delay, task) -> timer.schedule(task, Nanoseconds.of(delay), TimeUnit.NANOSECONDS),
                builder.retry,
                builder.snapshots,
                builder.results,
                new SplittableRandom());
        if (!builder.watches.isEmpty()) {
            storage.watch(new WatchingWorkers(builder.watches(), this::wake));
        }
        long period = Math.max(TimeUnit.MILLISECONDS.toNanos(1), Nanoseconds.of(builder.idleAfter) / 2);
        timer.scheduleWithFixedDelay(
                new IdleWorkers(processes, builder.idleAfter), period, period, TimeUnit.NANOSECONDS);
    }

    /** A host of workers that live on {@code storage}, which stays the caller's to close, after the host. */
    public static Builder on(Storage storage) {
        return new Builder(storage);
    }

    /**
     * A worker of a component of this host.
     *
     * @param name its name among the workers of the component; the first call of a new name makes a new worker
     */
    public <E> Worker<E> worker(JavaComponent<?, ?, E> component, String name) {
        if (components.get(component.name()) != component) {
            throw new IllegalArgumentException("component " + component.name() + " is not one of this host");
        }
        return new Worker<>(this, new WorkerId(component.name(), name), component.world(), Optional.empty());
    }

    /**
     * What an exported item of a worker is called by, for callers that have no generated interface: a command line, say. Each
     * call has an idempotency key of its own.
     *
     * @param worker whose component is one of this host
     * @param item the exported item
     */
    public Invoker invoker(WorkerId worker, String item) {
        ComponentDefinition component = components.get(worker.component());
        if (component == null) {
            throw new IllegalArgumentException("component " + worker.component() + " is not one of this host");
        }
        return new ExportInvoker(this, worker, exports(worker), item, Optional.empty());
    }

    /**
     * Goes on with everything that waits for workers of this host's components, as it does after a restart. When this returns
     * they are being brought back, some at a time.
     *
     * @return the workers that something waited for
     * @throws WorkerStoppedException if the host is closed, and something waits
     */
    public List<WorkerId> recover() {
        List<WorkerId> pending = storage.workers().withPendingInvocations().stream()
                .filter(id -> components.containsKey(id.component()))
                .toList();
        if (closed.get() && !pending.isEmpty()) {
            throw closed(pending.get(0));
        }
        recoveries.add(pending);
        return pending;
    }

    /**
     * Stops all workers, each when the invocation that it runs is over, or waits for a time to come. Those who wait for answers get a
     * {@link WorkerStoppedException}; what they called for goes on waiting in the store. It waits for a guest that goes on for ever
     * as long: see {@link #close(Duration)}.
     */
    @Override
    public void close() {
        close(stopped -> stopped.forEach((worker, done) -> done.join()));
    }

    /**
     * Stops all workers as {@link #close()} does, but gives up those invocations that are not over after {@code patience}: their
     * guests can call nothing any more, and their threads are interrupted. Nothing is recorded of that; they go on from what is
     * recorded when the next host has the worker. Interrupted guests have {@code patience} once more; the threads of those who go
     * on all the same are left to themselves, and do not keep the process from ending.
     *
     * @return the workers whose guests go on
     */
    public List<WorkerId> close(Duration patience) {
        return close(patience, patience);
    }

    /** As {@link #close(Duration)}; interrupted guests have {@code grace}. */
    List<WorkerId> close(Duration patience, Duration grace) {
        List<WorkerId> running = new ArrayList<>();
        close(stopped -> {
            awaitAll(stopped.values(), patience);
            stopped.forEach((worker, done) -> {
                if (!done.isDone()) {
                    Objects.requireNonNull(processes.get(worker)).interrupt("the host was closed");
                }
            });
            awaitAll(stopped.values(), grace);
            stopped.forEach((worker, done) -> {
                if (!done.isDone()) {
                    LOG.warn("the guest of worker {} was interrupted and goes on all the same", worker);
                    running.add(worker);
                }
            });
        });
        return running;
    }

    private void close(Consumer<Map<WorkerId, CompletableFuture<Void>>> await) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        time.close();
        recoveries.stop();
        Map<WorkerId, CompletableFuture<Void>> stopped = new HashMap<>();
        processes.forEach((worker, process) -> stopped.put(worker, process.stop("the host was closed")));
        try {
            await.accept(stopped);
        } finally {
            timer.shutdownNow();
            executor.shutdown();
        }
    }

    private static void awaitAll(Collection<CompletableFuture<Void>> all, Duration patience) {
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                    .get(Nanoseconds.of(patience), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.debug("not all workers have stopped after {}", patience);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker could not be stopped", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a worker is doing. */
    WorkerState state(WorkerId id) {
        WorkerProcess process = processes.get(id);
        return process == null ? new WorkerState.Unloaded() : process.state();
    }

    /** What callers may hold of {@code made}: it is completed where they can do as they like. */
    <T, R extends @Nullable Object> CompletableFuture<R> told(CompletableFuture<T> made, Function<T, R> result) {
        return callbacks.of(made, result);
    }

    /** What a worker of a component of this host exports. */
    WorkerExports exports(WorkerId id) {
        return Objects.requireNonNull(exports.get(id.component()));
    }

    /** Uses the process of a worker, which does not go away meanwhile. */
    <T> T process(WorkerId id, Function<WorkerProcess, T> use) {
        WorkerProcess process = processes.compute(id, (same, known) -> {
            WorkerProcess used = known != null ? known : newProcess(same);
            used.use();
            return used;
        });
        try {
            // Only now: a close that this does not see yet finds the process among those that it stops.
            if (closed.get()) {
                throw closed(id);
            }
            return use.apply(process);
        } finally {
            process.release();
        }
    }

    private static WorkerStoppedException closed(WorkerId id) {
        return new WorkerStoppedException(id, "the host was closed");
    }

    /** Waits for an answer. */
    static Answer join(WorkerId worker, CompletableFuture<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerStoppedException(worker, "interrupted while waiting for the answer; the call goes on", e);
        } catch (ExecutionException e) {
            throw (WorkerException) e.getCause();
        }
    }

    private WorkerProcess newProcess(WorkerId id) {
        ComponentDefinition definition = components.get(id.component());
        if (definition == null) {
            throw new WorkerStoppedException(id, "this host does not run component " + id.component());
        }
        return new WorkerProcess(
                new WorkerSetup(id, definition, exports(id), providers, peers, time, storage.buckets()),
                services.with(retries.getOrDefault(id.component(), services.retry())));
    }

    /** Something waits for a worker that this host runs, put there by its store. */
    private void wake(WorkerId id) {
        try {
            process(id, WorkerProcess::recover);
        } catch (WorkerStoppedException e) {
            LOG.debug("what waits for worker {} goes on waiting", id, e);
        }
    }

    /** Says what a host runs; not safe for use by several threads. */
    public static final class Builder {
        private final Storage storage;
        private final Map<String, ComponentDefinition> components = new LinkedHashMap<>();
        private final Map<String, RetryPolicy> retries = new LinkedHashMap<>();
        private final List<HostProvider> providers = new ArrayList<>();
        private final Map<String, WorkerId> watches = new LinkedHashMap<>();
        private RetryPolicy retry = RetryPolicy.DEFAULT;
        private SnapshotPolicy snapshots = new SnapshotPolicy.Never();
        private ResultRetention results = new ResultRetention.Forever();
        private Duration idleAfter = Duration.ofMinutes(5);
        private Supplier<HostTime> time = SystemTime::new;

        private Builder(Storage storage) {
            this.storage = storage;
        }

        /** It runs {@code component}. */
        public Builder component(ComponentDefinition component) {
            if (components.putIfAbsent(component.name(), component) != null) {
                throw new IllegalArgumentException("two components are named " + component.name());
            }
            return this;
        }

        /** It runs {@code component}, whose workers have a policy of their own for failures. */
        public Builder component(ComponentDefinition component, RetryPolicy policy) {
            component(component);
            retries.put(component.name(), policy);
            return this;
        }

        /** {@code provider} implements imports; the first that implements one does it for all components. */
        public Builder provider(HostProvider provider) {
            providers.add(provider);
            return this;
        }

        /**
         * A worker hears of every change of {@code bucket}: a function that its component exports for that is called, once for
         * each change that is committed from now on, and for each key in the order of its changes. A host that does not say so
         * may write to the bucket all the same; see the store for what becomes of changes made by it.
         *
         * @param worker of a component of this host
         */
        public Builder watch(String bucket, WorkerId worker) {
            if (watches.putIfAbsent(bucket, worker) != null) {
                throw new IllegalArgumentException("two workers watch the bucket '" + bucket + "'");
            }
            return this;
        }

        private Map<String, WatchingWorkers.Watch> watches() {
            Map<String, WatchingWorkers.Watch> all = new LinkedHashMap<>();
            watches.forEach((bucket, worker) -> all.put(bucket, watch(worker, bucket)));
            return all;
        }

        private WatchingWorkers.Watch watch(WorkerId worker, String bucket) {
            ComponentDefinition component = components.get(worker.component());
            if (component == null) {
                throw new IllegalArgumentException("component " + worker.component()
                        + ", which is to watch the bucket '" + bucket + "', is not one of this host");
            }
            return providers.stream()
                    .flatMap(provider -> provider.watcher(component, bucket).stream())
                    .findFirst()
                    .map(handler -> new WatchingWorkers.Watch(worker, handler))
                    .orElseThrow(() -> new IllegalArgumentException("component " + worker.component()
                            + " exports nothing by which it could hear of the changes of the bucket '" + bucket + "'"));
        }

        /** What becomes of failures of components without a policy of their own; {@link RetryPolicy#DEFAULT} if nothing is said. */
        public Builder retry(RetryPolicy policy) {
            retry = policy;
            return this;
        }

        /** When states are saved; never by itself if nothing is said. */
        public Builder snapshots(SnapshotPolicy policy) {
            snapshots = policy;
            return this;
        }

        /** How long the results of calls are kept; as long as their worker if nothing is said. */
        public Builder results(ResultRetention retention) {
            results = retention;
            return this;
        }

        /** How long a worker is idle before its instance is let go, from 0; five minutes if nothing is said. */
        public Builder idleAfter(Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException("no worker is idle for " + time + ": say a time from 0");
            }
            idleAfter = time;
            return this;
        }

        /** What the clocks of its workers go by. */
        Builder time(Supplier<HostTime> hostTime) {
            time = hostTime;
            return this;
        }

        /** The host. */
        public WorkerHost build() {
            return new WorkerHost(this);
        }
    }
}
