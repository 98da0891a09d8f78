package dev.wit4j.component;

import dev.wit4j.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The boundary between one instance of a component, the guest, and its host: the handles that each holds to resources of the
 * other. Nobody ever holds the other side's object. What crosses is a proxy over a handle, and its implementer gets its own
 * object back.
 *
 * <p>Every call across it is a {@link Crossing}: {@link #toHost} for an import, {@link #toGuest} for an export. An invoker
 * that journals does, for an import:
 *
 * <ol>
 *   <li>{@code toHost(function, arguments, invokers)}: traps if an argument is wrong, moves and lends handles;
 *   <li>encodes the arguments it was given, not those of the crossing, with {@link #number} for each resource: a handle keeps
 *       the number it had, so that it does not matter whether this comes first;
 *   <li>calls the host with {@link Crossing#arguments()}, or does not, because the answer is recorded;
 *   <li>encodes the host's result, in which resources are the host's own objects, with their content in place of them; or makes
 *       the result again from the record. A resource whose content nobody recorded is {@link ResourceType#lost()};
 *   <li>{@link Crossing#result} or {@link Crossing#error}: gives each resource in it a handle. The same calls in the same order
 *       give the same numbers, live and on replay;
 *   <li>closes the crossing.
 * </ol>
 *
 * <p>Between two calls {@link #save} and {@link #restore} take the guest's handles out and put them back under their numbers.
 *
 * <p>Breaking a rule of handles throws {@link dev.wit4j.Trap}; making it sticky is up to the invoker. Not safe for use by several
 * threads.
 */
public final class Boundary {
    /**
     * What proxies call.
     *
     * @param forGuest what those call that the guest holds: its imports
     * @param forHost what those call that the host holds: the guest's exports
     */
    public record Invokers(Invoker forGuest, Invoker forHost) {}

    /** An open own handle of the guest, as it is saved. */
    public record SavedHandle<C>(int number, String resource, C content) {}

    /**
     * The guest's handles as they are saved.
     *
     * @param <C> what the content of a resource is saved as
     * @param handles the open ones
     * @param free the numbers that are free, the one to be given out next last
     * @param freeOfHost likewise the numbers of the host's handles, of which none is open
     */
    public record SavedHandles<C>(List<SavedHandle<C>> handles, List<Integer> free, List<Integer> freeOfHost) {
        public SavedHandles {
            handles = List.copyOf(handles);
            free = List.copyOf(free);
            freeOfHost = List.copyOf(freeOfHost);
        }
    }

    private final String name;
    private final Set<ResourceType<?>> implementedByGuest = new HashSet<>();
    private final HandleTable heldByGuest = new HandleTable();
    private final HandleTable heldByHost = new HandleTable();

    /**
     * The boundary of a new instance.
     *
     * @param name what traps call the instance
     * @param exports the interfaces it exports: their resources are implemented by the guest
     */
    public Boundary(String name, Collection<InterfaceType> exports) {
        this.name = name;
        for (InterfaceType type : exports) {
            for (FunctionType function : type.functions()) {
                if (function.kind() == FunctionType.Kind.DROP) {
                    implementedByGuest.add(function.resource());
                }
            }
        }
    }

    /**
     * The guest calls an import: whatever its types name is implemented by the host, also where the guest exports the same
     * interface.
     *
     * @param function the import
     * @param arguments as the guest gave them, {@code self} of a method first
     * @param invokers what proxies that are made for the guest, and for the host, are to call
     * @throws dev.wit4j.Trap if an argument breaks a rule of handles
     * @throws IllegalArgumentException if an argument is no value of its type
     * @throws NullPointerException if an argument is {@code null} or has {@code null} in it
     */
    public Crossing toHost(FunctionType function, Object[] arguments, Invokers invokers) {
        return new Crossing(
                function,
                arguments,
                new Passage(this, function, heldByGuest, heldByHost, type -> false, invokers.forHost()),
                new Passage(this, function, heldByHost, heldByGuest, type -> true, invokers.forGuest()));
    }

    /**
     * The host calls an export: the resources of the exported interfaces are implemented by the guest, all others by the host.
     *
     * @param function the export
     * @param arguments as the host gave them, {@code self} of a method first
     * @param invokers what proxies that are made for the guest, and for the host, are to call
     * @throws dev.wit4j.Trap if an argument breaks a rule of handles
     * @throws IllegalArgumentException if an argument is no value of its type
     * @throws NullPointerException if an argument is {@code null} or has {@code null} in it
     */
    public Crossing toGuest(FunctionType function, Object[] arguments, Invokers invokers) {
        return new Crossing(
                function,
                arguments,
                new Passage(
                        this,
                        function,
                        heldByHost,
                        heldByGuest,
                        type -> !implementedByGuest.contains(type),
                        invokers.forGuest()),
                new Passage(this, function, heldByGuest, heldByHost, implementedByGuest::contains, invokers.forHost()));
    }

    /**
     * The number of the handle that {@code resource} stands on, or stood on before it was moved; 0 if it is no proxy of this
     * boundary.
     */
    public int number(Resource resource) {
        if (resource instanceof Proxy proxy
                && proxy.handle() instanceof BoundaryHandle handle
                && (handle.table() == heldByGuest || handle.table() == heldByHost)) {
            return handle.entry().number();
        }
        return 0;
    }

    /** Whether {@code resource} stands on an open own handle of the guest. */
    public boolean isHeldByGuest(Resource resource) {
        return resource instanceof Proxy proxy
                && proxy.handle() instanceof BoundaryHandle handle
                && handle.table() == heldByGuest
                && handle.entry().own()
                && handle.entry().state() == HandleTable.State.OPEN;
    }

    /** A proxy for the guest over the open handle of a number, which calls {@code invoker}. */
    public Optional<Resource> guestProxy(int number, Invoker invoker) {
        return proxy(heldByGuest, number, invoker);
    }

    /** A proxy for the host over the open handle of a number, which calls {@code invoker}. */
    public Optional<Resource> hostProxy(int number, Invoker invoker) {
        return proxy(heldByHost, number, invoker);
    }

    private static Optional<Resource> proxy(HandleTable table, int number, Invoker invoker) {
        return table.get(number).map(entry -> entry.type().proxy(new BoundaryHandle(table, entry, invoker)));
    }

    /** Whether the host holds resources that the guest implements: they are part of the guest's state. */
    public boolean hostHoldsResources() {
        return !heldByHost.open().isEmpty();
    }

    /** Whether the guest holds anything, or ever did. */
    public boolean guestHeldResources() {
        return !heldByGuest.open().isEmpty() || !heldByGuest.free().isEmpty();
    }

    /** Calls {@code visitor} with every open own handle of the guest: the type of the resource, and the host's own object. */
    public void forEachHeldByGuest(BiConsumer<ResourceType<?>, Resource> visitor) {
        heldByGuest.open().forEach(entry -> visitor.accept(entry.type(), entry.object()));
    }

    /**
     * The guest's handles, between two calls.
     *
     * @param content makes what the content of a host's resource is saved as
     * @throws IllegalStateException during a call, or if the {@link #hostHoldsResources host holds resources} of the guest
     */
    public <C> SavedHandles<C> save(BiFunction<ResourceType<?>, Resource, C> content) {
        if (hostHoldsResources()) {
            throw new IllegalStateException(name + ": the host's handles cannot be saved, only the guest's");
        }
        List<SavedHandle<C>> handles = new ArrayList<>();
        for (HandleTable.Entry entry : heldByGuest.open()) {
            if (!entry.own()) {
                throw new IllegalStateException(name + ": handles cannot be saved during a call that lends some");
            }
            handles.add(new SavedHandle<>(
                    entry.number(), entry.type().name(), content.apply(entry.type(), entry.object())));
        }
        return new SavedHandles<>(handles, heldByGuest.free(), heldByHost.free());
    }

    /**
     * Puts the guest's handles back, on a boundary that nothing has crossed.
     *
     * @param types finds a type of resource by its full name
     * @param content makes a host's resource from its content
     */
    public <C> void restore(
            SavedHandles<C> saved,
            Function<String, ResourceType<?>> types,
            BiFunction<ResourceType<?>, C, Resource> content) {
        for (SavedHandle<C> handle : saved.handles()) {
            ResourceType<?> type = types.apply(handle.resource());
            heldByGuest.restore(handle.number(), type, content.apply(type, handle.content()));
        }
        heldByGuest.restoreFree(saved.free());
        heldByHost.restoreFree(saved.freeOfHost());
    }

    /**
     * Closes every resource of the host that the guest still owns, in the order of their numbers; the instance is over.
     *
     * @throws RuntimeException what a resource threw when it was closed, after all others were closed too
     */
    public void closeAll() {
        RuntimeException failure = null;
        for (HandleTable.Entry entry : heldByGuest.open()) {
            heldByGuest.remove(entry, HandleTable.State.CLOSED, entry.type().drop());
            try {
                if (entry.own()) {
                    entry.object().close();
                }
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** What traps call the instance. */
    String name() {
        return name;
    }
}
