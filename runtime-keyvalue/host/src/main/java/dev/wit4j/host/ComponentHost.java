package dev.wit4j.host;

import dev.wit4j.journal.Storage;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.runtime.ComponentDefinition;
import dev.wit4j.runtime.JavaComponent;
import dev.wit4j.runtime.Worker;
import dev.wit4j.runtime.WorkerHost;
import java.util.List;

/** Components, the packages that they import, and the store that they live on, in one. Safe to share between threads. */
public final class ComponentHost implements AutoCloseable {
    private final Storage storage;
    private final WorkerHost workers;

    private ComponentHost(Storage storage, List<? extends ComponentDefinition> components) {
        this.storage = storage;
        WorkerHost.Builder host = WorkerHost.on(storage).provider(new KeyValueProvider());
        components.forEach(host::component);
        this.workers = host.build();
    }

    /**
     * Opens a store, and goes on with what waits in it for workers of {@code components}.
     *
     * @param store as for {@link Stores#open}
     * @throws IllegalArgumentException if the URI names no store
     * @throws dev.wit4j.journal.StorageException if the store cannot be used
     */
    public static ComponentHost open(String store, List<? extends ComponentDefinition> components) {
        var host = new ComponentHost(Stores.open(store), components);
        host.workers.recover();
        return host;
    }

    /** A worker of one of the components; the first call of a new name makes a new worker. */
    public <E> Worker<E> worker(JavaComponent<?, ?, E> component, String name) {
        return workers.worker(component, name);
    }

    /** The store. */
    public Storage storage() {
        return storage;
    }

    /** Stops the workers, each when the invocation that it runs is over, and closes the store. */
    @Override
    public void close() {
        try {
            workers.close();
        } finally {
            storage.close();
        }
    }
}
