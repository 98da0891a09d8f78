package dev.wit4j.runtime;

import dev.wit4j.Trap;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.Handle;
import dev.wit4j.component.Invoker;
import dev.wit4j.component.ResourceType;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/** What a caller's proxy of a worker's resource stands on: its number in the worker's table, the same on every host. */
final class WorkerHandle implements Handle {
    private final WorkerId worker;
    private final ResourceType<?> resource;
    private final int number;
    private final Invoker invoker;
    private boolean open = true;

    WorkerHandle(WorkerId worker, ResourceType<?> resource, int number, Invoker invoker) {
        this.worker = worker;
        this.resource = resource;
        this.number = number;
        this.invoker = invoker;
    }

    /** Whose resource it is. */
    WorkerId worker() {
        return worker;
    }

    /**
     * Its number, to be passed to the worker.
     *
     * @param own whether it is given away
     * @throws Trap if it is no longer open
     */
    synchronized int pass(boolean own) {
        if (!open) {
            throw new Trap("the " + resource + " of worker " + worker + " was closed or given away");
        }
        open = !own;
        return number;
    }

    @Override
    public TypeInfo.Reference type() {
        return resource.own().type();
    }

    @Override
    public @Nullable Object invoke(FunctionType function, Object... arguments) {
        return invoker.invoke(function, arguments);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (!open) {
                return;
            }
        }
        invoker.invoke(resource.drop(), resource.proxy(this));
    }
}
