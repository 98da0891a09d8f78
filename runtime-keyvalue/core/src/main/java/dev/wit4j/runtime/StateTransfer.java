package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.component.Boundary;
import dev.wit4j.component.Invoker;
import dev.wit4j.component.ResourceType;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.SavedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes the state out of an instance, between two invocations, and puts it into a new one: the guest's memory, its handles with
 * the content of the resources behind them, and its clock.
 */
final class StateTransfer {
    private final WorkerId worker;
    private final Instance instance;
    private final Boundary boundary;
    private final HostImplementations hosts;
    private final WorkerClock clock;
    private final Function<ResourceType<?>, Invoker> methods;
    private final boolean startsWithHandles;

    /**
     * The transfer of an instance that nobody has called yet.
     *
     * @param context what the imports of the instance share
     * @param methods what the guest calls a resource of a type by
     */
    StateTransfer(Instance instance, InstanceContext context, Function<ResourceType<?>, Invoker> methods) {
        this.worker = context.worker();
        this.instance = instance;
        this.boundary = context.boundary();
        this.hosts = context.hosts();
        this.clock = context.clock();
        this.methods = methods;
        this.startsWithHandles = boundary.guestHeldResources();
    }

    /** Why the state cannot be saved as it is now, if so. */
    Optional<String> hindrance() {
        if (instance.checkpoint().isEmpty()) {
            return Optional.of("its guest is no Checkpoint");
        }
        if (startsWithHandles) {
            return Optional.of("its guest holds resources of the host from the moment it is made");
        }
        if (boundary.hostHoldsResources()) {
            return Optional.of("its callers hold resources of it");
        }
        List<ResourceType<?>> unsaved = new ArrayList<>();
        boundary.forEachHeldByGuest((type, resource) -> {
            if (!hosts.canSave(type, resource)) {
                unsaved.add(type);
            }
        });
        return unsaved.stream()
                .findFirst()
                .map(type -> "its guest holds a " + type + ", whose host cannot save what is in it");
    }

    /**
     * The state.
     *
     * @param index of the first journal entry behind it
     * @throws SnapshotException if it cannot be saved
     */
    SavedState save(long index, long incarnation) {
        hindrance().ifPresent(reason -> {
            throw new SnapshotException("worker " + worker + " cannot be saved: " + reason);
        });
        Checkpoint checkpoint = instance.checkpoint().orElseThrow();
        try {
            Bytes guest = checkpoint.save();
            List<Integer> held = checkpoint.held().stream().map(this::number).toList();
            Boundary.SavedHandles<Bytes> handles = boundary.save(hosts::save);
            return new SavedState(
                    index,
                    incarnation,
                    clock.latest(),
                    guest,
                    handles.handles().stream()
                            .map(each -> new SavedState.SavedHandle(each.number(), each.resource(), each.content()))
                            .toList(),
                    held,
                    handles.free(),
                    handles.freeOfHost());
        } catch (Throwable e) {
            throw failed("save", e);
        }
    }

    /**
     * What to throw if the guest failed, by whatever it threw: a check that does not hold, endless recursion, or a class that this
     * version has no longer, are as good as any exception. A store that is away, and a JVM without memory, say nothing of the guest.
     */
    private SnapshotException failed(String what, Throwable cause) {
        if (cause instanceof StorageException store) {
            throw store;
        }
        if (cause instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
            throw error;
        }
        return new SnapshotException(
                "the guest of worker " + worker + " failed to " + what + " its state: " + cause, cause);
    }

    private int number(Resource resource) {
        if (!boundary.isHeldByGuest(resource)) {
            throw new IllegalStateException(
                    "it says that it holds " + resource + ", which is no open resource of its host");
        }
        return boundary.number(resource);
    }

    /**
     * Puts a state into the instance, which nobody has called yet.
     *
     * @throws SnapshotException if it cannot be loaded
     */
    void load(SavedState state) {
        Checkpoint checkpoint = Optional.of(instance)
                .filter(made -> !startsWithHandles)
                .flatMap(Instance::checkpoint)
                .orElseThrow(() -> new SnapshotException("worker " + worker
                        + " has a snapshot, but its guest is no Checkpoint, or holds resources of the host from the moment it"
                        + " is made, and cannot load it"));
        try {
            boundary.restore(handles(state), this::type, hosts::load);
            clock.atLeast(state.clock());
            checkpoint.load(state.guest());
            checkpoint.hold(held(state));
        } catch (Throwable e) {
            throw failed("load", e);
        }
    }

    private static Boundary.SavedHandles<Bytes> handles(SavedState state) {
        return new Boundary.SavedHandles<>(
                state.handles().stream()
                        .map(each -> new Boundary.SavedHandle<>(each.number(), each.resource(), each.content()))
                        .toList(),
                state.free(),
                state.freeOfCallers());
    }

    private List<Resource> held(SavedState state) {
        return state.held().stream().map(number -> proxy(state, number)).toList();
    }

    private Resource proxy(SavedState state, int number) {
        return state.handles().stream()
                .filter(handle -> handle.number() == number)
                .findFirst()
                .flatMap(handle -> boundary.guestProxy(number, methods.apply(type(handle.resource()))))
                .orElseThrow(() -> new IllegalStateException("no handle is saved under the number " + number));
    }

    private ResourceType<?> type(String resource) {
        return hosts.resource(resource)
                .orElseThrow(() -> new IllegalStateException("the component no longer imports " + resource));
    }
}
