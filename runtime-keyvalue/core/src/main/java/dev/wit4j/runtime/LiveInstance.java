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
import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.Request;
import dev.wit4j.value.TypeInfo;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An instance with its imports put together: runs one invocation after the other, recorded or new. */
final class LiveInstance implements AutoCloseable {
    private final WorkerSetup setup;
    private final Boundary boundary;
    private final InstanceContext context;
    private final Instance instance;
    private final StateTransfer state;
    private final Boundary.Invokers invokers;

    /**
     * An instance in its first state.
     *
     * @throws MissingImportException if nobody implements an import
     */
    LiveInstance(WorkerSetup setup, Journal journal, Transcript transcript) {
        this.setup = setup;
        ComponentDefinition definition = setup.definition();
        Writing writing = new Writing();
        WorkerClock clock = new WorkerClock(setup.id(), setup.time(), transcript::flush);
        HostContext host = new WorkerHostContext(setup.id(), clock, setup.shared(), journal, writing);
        HostImplementations hosts = new HostImplementations(
                setup.providers().stream().map(provider -> provider.open(host)).toList(), definition.imports());
        this.boundary = new Boundary(
                "worker " + setup.id(),
                definition.exports().stream().map(WorldType.Item::type).toList());
        this.context = new InstanceContext(setup.id(), transcript, writing, boundary, hosts, clock, setup.remote());
        this.invokers = new Boundary.Invokers(ImportInvoker.ofResources(context), LiveInstance::refuse);
        this.instance = instantiate(definition);
        this.state = new StateTransfer(instance, context, this::methods);
    }

    private record WorkerHostContext(
            WorkerId worker, WorkerClock clock, Buckets shared, Journal journal, Writing writing)
            implements HostContext {
        @Override
        public BucketReader buckets() {
            return journal.buckets();
        }

        @Override
        public boolean mayWrite() {
            return writing.isOpen();
        }

        @Override
        public Outcome write(Supplier<Effect> effect) {
            return writing.write(effect);
        }
    }

    /** Makes the instance; while it is made it may call what is local. */
    private Instance instantiate(ComponentDefinition definition) {
        context.guard().begin();
        Optional<Instance> made = Optional.empty();
        try {
            made = Optional.of(definition.instantiate(this::invoker));
            context.guard().failure().ifPresent(failure -> {
                throw new Trap("the instance could not be made: " + failure.reason(), failure.cause());
            });
            return made.get();
        } catch (Throwable e) {
            closeAfter(e, boundary::closeAll);
            made.ifPresent(unfinished -> closeAfter(e, unfinished::close));
            throw e;
        } finally {
            context.guard().end();
        }
    }

    private static void closeAfter(Throwable failure, Runnable close) {
        try {
            close.run();
        } catch (Throwable another) {
            failure.addSuppressed(another);
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

    /** How its state is saved and loaded. */
    StateTransfer state() {
        return state;
    }

    /** Runs an invocation on this thread. */
    Attempt run(Request request) {
        Optional<FunctionType> function = setup.exports().function(request);
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
        try (Crossing crossing = boundary.toGuest(function, arguments, invokers)) {
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

    /** A resource of the guest by its number, or one of the host by its content. */
    private Resource resource(BinaryReader in, TypeInfo.Reference type) {
        String name = type instanceof TypeInfo.Handle handle ? handle.resource() : type.toString();
        if (setup.exports().resource(name).isEmpty()) {
            return context.hosts().load(in, type);
        }
        long number = in.u32();
        return boundary.hostProxy((int) number, invokers.forHost())
                .orElseThrow(() -> new Trap(
                        "worker " + setup.id() + " has no " + type + " with the number " + number + " any more"));
    }

    private static @Nullable Object refuse(FunctionType function, Object... arguments) {
        throw new Trap(function + " was called on a resource outside of a call");
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

    /** What the guest calls the resources of a type by. */
    private Invoker methods(ResourceType<?> type) {
        return setup.definition().imports().stream()
                .filter(item -> item.type().functions().contains(type.drop()))
                .findFirst()
                .map(item -> new ImportInvoker(item.name(), type, context))
                .orElseThrow();
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
