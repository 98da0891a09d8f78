package dev.wit4j.host;

import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.keyvalue.system.SystemProvider;
import dev.wit4j.runtime.ComponentDefinition;
import dev.wit4j.runtime.JavaComponent;
import dev.wit4j.runtime.Worker;
import dev.wit4j.runtime.WorkerHost;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Components, the packages that they import, and the store that they live on, in one. Safe to share between threads. */
public final class ComponentHost implements AutoCloseable {
    private final Storage storage;
    private final WorkerHost workers;
    private final Optional<Duration> closePatience;

    private ComponentHost(Storage storage, WorkerHost workers, Optional<Duration> closePatience) {
        this.storage = storage;
        this.workers = workers;
        this.closePatience = closePatience;
    }

    /**
     * Opens a store. Calls that wait in it for a worker are made before the next call of that worker; see also {@link #recover}.
     *
     * @param store as for {@link Stores#open}
     * @throws IllegalArgumentException if the URI names no store, or two components have one name
     * @throws dev.wit4j.journal.StorageException if the store cannot be used
     */
    public static ComponentHost open(String store, List<? extends ComponentDefinition> components) {
        return open(store, components, HostOptions.DEFAULT);
    }

    /**
     * Opens a store, for components of which some watch buckets.
     *
     * @param store as for {@link Stores#open}
     * @param watches by bucket the worker that hears of its changes
     * @throws IllegalArgumentException if the URI names no store, two components have one name, or a worker cannot watch a bucket
     * @throws dev.wit4j.journal.StorageException if the store cannot be used
     */
    public static ComponentHost open(
            String store, List<? extends ComponentDefinition> components, Map<String, WorkerId> watches) {
        return open(store, components, HostOptions.DEFAULT.withWatches(watches));
    }

    /**
     * Opens a store, for components to which something else is offered than the default.
     *
     * @param store as for {@link Stores#open}
     * @throws IllegalArgumentException if the URI names no store, two components have one name, or a worker cannot watch a bucket
     * @throws dev.wit4j.journal.StorageException if the store cannot be used
     */
    public static ComponentHost open(
            String store, List<? extends ComponentDefinition> components, HostOptions options) {
        Storage storage = Stores.open(store, options.redis());
        try {
            WorkerHost.Builder workers = WorkerHost.on(storage)
                    .provider(new KeyValueProvider(options.keyValue()))
                    .provider(new SystemProvider(Clock.systemDefaultZone(), options.log()))
                    .retry(options.workers().retry())
                    .snapshots(options.workers().snapshots())
                    .results(options.workers().results())
                    .idleAfter(options.workers().idleAfter());
            components.forEach(workers::component);
            options.watches().forEach(workers::watch);
            return new ComponentHost(storage, workers.build(), options.workers().closePatience());
        } catch (RuntimeException | Error e) {
            storage.close();
            throw e;
        }
    }

    /**
     * Claims every worker of these components that something waits for, and goes on with it: for a host that serves, after a
     * restart. Workers that another host runs are taken over.
     */
    public void recover() {
        workers.recover();
    }

    /** A worker of one of the components; the first call of a new name makes a new worker. */
    public <E> Worker<E> worker(JavaComponent<?, ?, E> component, String name) {
        return workers.worker(component, name);
    }

    /** The store. */
    public Storage storage() {
        return storage;
    }

    /**
     * Stops the workers, each when the invocation that it runs is over or, if the {@linkplain WorkerOptions#closePatience patience}
     * of this host has an end, is given up then, and closes the store.
     */
    @Override
    public void close() {
        try {
            closePatience.ifPresentOrElse(workers::close, workers::close);
        } finally {
            storage.close();
        }
    }
}
