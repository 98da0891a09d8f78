package dev.wit4j.component;

import dev.wit4j.ErrorResultException;
import dev.wit4j.Trap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A guest that is linked with the imports it calls, and nothing in between but the {@link Boundary}: no journal, no queue, every
 * call is one method call. For tests, and for programs that want bindings and no durability.
 *
 * <p>A trap is the end of the instance: whatever the guest's code makes of it, the call that met it ends with it, and so does
 * every later one. An exception that is no declared error is a trap too. For use by one thread at a time.
 *
 * @param <E> the exports as a host calls them
 */
public final class DirectInstance<E> implements AutoCloseable {
    private final Boundary boundary;
    private final Boundary.Invokers methods = new Boundary.Invokers(imports(this), exports(this));
    private final E exports;
    private @Nullable Thread caller;
    private boolean inImport;
    private @Nullable Trap trap;

    private <I, G> DirectInstance(WorldType<I, G, E> world, I imports, Function<I, ? extends G> factory) {
        boundary = new Boundary(
                world.name(), world.exports().stream().map(WorldType.Item::type).toList());
        caller = Thread.currentThread();
        G guest = factory.apply(world.imports(item -> imports(world.imported(imports, item))));
        caller = null;
        exports = world.exports(item -> exports(world.exported(guest, item)));
    }

    /**
     * Makes a guest and links it.
     *
     * @param <I> the imports of the world
     * @param <G> the guest of the world
     * @param world the generated type of the world
     * @param imports the host's implementations
     * @param factory makes the guest of its imports
     */
    public static <I, G, E> DirectInstance<E> link(
            WorldType<I, G, E> world, I imports, Function<I, ? extends G> factory) {
        return new DirectInstance<>(world, imports, factory);
    }

    /** The exports of the guest. */
    public E exports() {
        return exports;
    }

    /** Closes every resource of the host that the guest still owns. */
    @Override
    public void close() {
        boundary.closeAll();
    }

    /** Calls functions of {@code implementation} for the guest. Methods are called on their resources instead. */
    private Invoker imports(Object implementation) {
        return (function, arguments) -> {
            enterImport(function);
            try (Crossing crossing = boundary.toHost(function, arguments, methods)) {
                return answer(function, implementation, crossing);
            } catch (ErrorResultException e) {
                throw e;
            } catch (Throwable e) {
                throw fail(function, e);
            } finally {
                inImport = false;
            }
        };
    }

    private void enterImport(FunctionType function) {
        if (trap != null) {
            throw trap.again();
        }
        if (caller != Thread.currentThread()) {
            throw fail(
                    function, new Trap(function + " was called by another thread than the one that called the guest"));
        }
        if (inImport) {
            throw fail(function, new Trap(function + " was called while another import was running"));
        }
        inImport = true;
    }

    /** Calls functions of {@code implementation} for the host. Methods are called on their resources instead. */
    private Invoker exports(Object implementation) {
        return (function, arguments) -> {
            if (trap != null) {
                throw trap.again();
            }
            if (caller != null && !isReadOfGuest(function)) {
                throw new IllegalStateException(function + " was called while another call of the guest was running");
            }
            try (Crossing crossing = boundary.toGuest(function, arguments, methods)) {
                return answerOfGuest(function, implementation, crossing);
            }
        };
    }

    /** The host may read a stream of the guest while an import runs: the guest then has its turn within the import. */
    private static boolean isReadOfGuest(FunctionType function) {
        return function.hasSelf() && function.resource().isReadableEnd();
    }

    private @Nullable Object answerOfGuest(FunctionType function, Object implementation, Crossing crossing) {
        Thread outerCaller = caller;
        boolean outerImport = inImport;
        caller = Thread.currentThread();
        inImport = false;
        try {
            Object result = answer(function, implementation, crossing);
            throwTrap();
            return result;
        } catch (ErrorResultException e) {
            throwTrap();
            throw e;
        } catch (Throwable e) {
            throw fail(function, e);
        } finally {
            caller = outerCaller;
            inImport = outerImport;
        }
    }

    private static @Nullable Object answer(FunctionType function, Object implementation, Crossing crossing) {
        Object result;
        try {
            result = function.callOn(implementation, crossing.arguments());
        } catch (ErrorResultException e) {
            if (function.declares(e)) {
                throw crossing.error(e);
            }
            throw new Trap(function + " failed with an error that it does not declare: " + e.getMessage(), e);
        }
        return crossing.result(result);
    }

    private void throwTrap() {
        if (trap != null) {
            throw trap;
        }
    }

    /** Makes the first failure that is no answer the end of the instance. */
    private Trap fail(FunctionType function, Throwable cause) {
        if (trap == null) {
            trap = cause instanceof Trap itself ? itself : new Trap(function + " failed: " + cause, cause);
        }
        return trap;
    }
}
