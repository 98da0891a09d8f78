package dev.wit4j.runtime;

import dev.wit4j.ErrorResultException;
import dev.wit4j.Resource;
import dev.wit4j.Trap;
import dev.wit4j.component.Boundary;
import dev.wit4j.component.Crossing;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.Invoker;
import dev.wit4j.component.ResourceType;
import dev.wit4j.component.WorldType;
import dev.wit4j.format.BinaryReader;
import dev.wit4j.format.BinaryWriter;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.Request;
import dev.wit4j.runtime.entry.SavedState;
import dev.wit4j.value.TypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An instance with its imports put together: runs one invocation after the other, recorded or new. */
final class LiveInstance implements AutoCloseable {
    private static final Boundary.SavedHandles<Resource> NO_HANDLES = new Boundary.SavedHandles<>(List.of(), List.of());

    /** What a resource calls that is only named: nothing. */
    private static final Boundary.Invokers NOBODY = new Boundary.Invokers(LiveInstance::refuse, LiveInstance::refuse);

    private final WorkerSetup setup;
    private final Boundary boundary;
    private final InstanceContext context;
    private final Instance instance;
    private final boolean startsWithHandles;

    /**
     * An instance in its first state.
     *
     * @throws MissingImportException if nobody implements an import
     */
    LiveInstance(WorkerSetup setup, Journal journal, Transcript transcript) {
        this.setup = setup;
        ComponentDefinition definition = setup.definition();
        Writing writing = new Writing();
        HostContext host = new WorkerHostContext(setup.id(), journal, writing);
        HostImplementations hosts = new HostImplementations(
                setup.providers().stream().map(provider -> provider.open(host)).toList(), definition.imports());
        this.boundary = new Boundary(
                "worker " + setup.id(),
                definition.exports().stream().map(WorldType.Item::type).toList());
        this.context = new InstanceContext(setup.id(), transcript, writing, boundary, hosts, setup.remote());
        this.instance = instantiate(definition);
        this.startsWithHandles = !handles().equals(NO_HANDLES);
    }

    private record WorkerHostContext(WorkerId worker, Journal journal, Writing writing) implements HostContext {
        @Override
        public BucketReader buckets() {
            return journal.buckets();
        }

        @Override
        public Outcome write(Supplier<Effect> effect) {
            return writing.write(effect);
        }
    }

    /** Makes the instance; while it is made it may call what is local. */
    private Instance instantiate(ComponentDefinition definition) {
        context.guard().begin();
        try {
            Instance made = definition.instantiate(this::invoker);
            context.guard().failure().ifPresent(failure -> {
                throw new Trap("the instance could not be made: " + failure.reason(), failure.cause());
            });
            return made;
        } finally {
            context.guard().end();
        }
    }

    /** How an attempt ended. */
    sealed interface Attempt {
        /** With an answer. */
        record Answered(Answer answer) implements Attempt {}

        /** Without one. */
        record Failed(Failure failure) implements Attempt {}
    }

    /** What its imports share. */
    InstanceContext context() {
        return context;
    }

    /** How its memory is saved, if it can be and nothing but its memory has to be: no handle, on either side. */
    Optional<Checkpoint> checkpoint() {
        return startsWithHandles || exportsResources() || !handles().handles().isEmpty()
                ? Optional.empty()
                : instance.checkpoint();
    }

    /** The numbers of handles that were given back: they belong to the state, because the next handle takes the last of them. */
    List<Integer> freeHandles() {
        return handles().free();
    }

    private boolean exportsResources() {
        return setup.definition().exports().stream()
                .flatMap(item -> item.type().functions().stream())
                .anyMatch(function -> function.kind() == FunctionType.Kind.DROP);
    }

    private Boundary.SavedHandles<Resource> handles() {
        return boundary.save((type, resource) -> resource);
    }

    /**
     * Loads a state that the guest saved.
     *
     * @throws SnapshotException if it cannot
     */
    void load(SavedState state) {
        Checkpoint checkpoint = checkpoint()
                .orElseThrow(() -> new SnapshotException("worker " + setup.id()
                        + " has a snapshot, but its guest is no Checkpoint, or holds handles, and cannot load it"));
        try {
            checkpoint.load(state.guest());
            boundary.restore(
                    new Boundary.SavedHandles<Resource>(List.of(), state.freeHandles()),
                    LiveInstance::noHandle,
                    (type, none) -> none);
        } catch (RuntimeException | Trap e) {
            throw new SnapshotException("the guest of worker " + setup.id() + " failed to load its state: " + e, e);
        }
    }

    /** Runs an invocation on this thread. */
    Attempt run(Request request) {
        Optional<FunctionType> function = function(request);
        if (function.isEmpty()) {
            return new Attempt.Failed(
                    new Failure.Final(new Trap("component " + setup.definition().name() + " exports no function "
                            + request.item() + "#" + request.function() + " of this signature")));
        }
        context.running(request);
        context.guard().begin();
        try {
            Answer answer = call(request, function.get());
            return context.guard().failure().<Attempt>map(Attempt.Failed::new).orElse(new Attempt.Answered(answer));
        } catch (Throwable e) {
            return new Attempt.Failed(context.guard().failure().orElseGet(() -> Failure.of(e)));
        } finally {
            context.guard().end();
        }
    }

    private Answer call(Request request, FunctionType function) {
        Object[] arguments = Encoding.arguments(function, request.arguments(), this::resource);
        try (Crossing crossing = boundary.toGuest(function, arguments, NOBODY)) {
            try {
                Object result = crossing.result(instance.invoke(request.item(), function, crossing.arguments()));
                return new Answer.Ok(Encoding.value(function.result(), result, this::number));
            } catch (ErrorResultException e) {
                if (!function.declares(e)) {
                    throw e;
                }
                Object error = crossing.error(e).error();
                return new Answer.Err(
                        Encoding.value(function.failure().orElseThrow().codec(), error, this::number));
            }
        }
    }

    /** A handle to a resource of the guest is its number. */
    private void number(BinaryWriter out, TypeInfo.Reference type, Resource resource) {
        int number = boundary.number(resource);
        if (number == 0) {
            throw new Trap("worker " + setup.id() + " gave its caller a " + type
                    + " of its host, which cannot leave the worker");
        }
        out.u32(number);
    }

    private Resource resource(BinaryReader in, TypeInfo.Reference type) {
        long number = in.u32();
        return boundary.hostProxy((int) number, NOBODY.forHost())
                .orElseThrow(() -> new Trap(
                        "worker " + setup.id() + " has no " + type + " with the number " + number + " any more"));
    }

    private static @Nullable Object refuse(FunctionType function, Object... arguments) {
        throw new Trap(function + " was called on a resource outside of a call");
    }

    private static ResourceType<?> noHandle(String resource) {
        throw new IllegalStateException("a snapshot holds no handles, but there is one to a " + resource);
    }

    private Optional<FunctionType> function(Request request) {
        return setup.definition().exports().stream()
                .filter(item -> item.name().equals(request.item()))
                .flatMap(item -> item.type().functions().stream())
                .filter(function ->
                        function.name().equals(request.function()) && function.fingerprint() == request.fingerprint())
                .findFirst();
    }

    private Invoker invoker(String name) {
        WorldType.Item item = setup.definition().imports().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MissingImportException(
                        setup.definition().name() + " asks for an import " + name + ", which it does not declare"));
        Object implementation = context.hosts()
                .implementation(item.type().name())
                .orElseThrow(() -> new MissingImportException("component "
                        + setup.definition().name() + " imports " + item.type().name()
                        + ", which no host provider implements; register one that does"));
        return new ImportInvoker(name, implementation, context);
    }

    @Override
    public void close() {
        try {
            boundary.closeAll();
        } finally {
            instance.close();
        }
    }
}
