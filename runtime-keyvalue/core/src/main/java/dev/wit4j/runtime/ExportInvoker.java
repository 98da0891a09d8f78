package dev.wit4j.runtime;

import dev.wit4j.Resource;
import dev.wit4j.Unit;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.Invoker;
import dev.wit4j.component.Proxy;
import dev.wit4j.component.ResourceType;
import dev.wit4j.format.BinaryReader;
import dev.wit4j.format.BinaryWriter;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.EntryFormat;
import dev.wit4j.runtime.entry.Request;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a caller calls one exported item of a worker by. Safe to share between threads. */
final class ExportInvoker implements Invoker {
    private final WorkerHost host;
    private final WorkerId worker;
    private final WorkerExports exports;
    private final String item;
    private final Optional<String> key;

    ExportInvoker(WorkerHost host, WorkerId worker, WorkerExports exports, String item, Optional<String> key) {
        this.host = host;
        this.worker = worker;
        this.exports = exports;
        this.item = item;
        this.key = key;
    }

    @Override
    public @Nullable Object invoke(FunctionType function, Object... arguments) {
        Invocation invocation = invocation(function, arguments);
        return result(function, host.process(worker, process -> process.call(invocation)));
    }

    /**
     * Has a function called; when this returns, it is durable that it will be.
     *
     * @param then what becomes of the call, which returns its result or throws what it throws
     */
    <T extends @Nullable Object> CompletableFuture<T> submit(
            FunctionType function, Object[] arguments, Function<Supplier<@Nullable Object>, T> then) {
        Invocation invocation = invocation(function, arguments);
        CompletableFuture<Answer> answer = host.process(worker, process -> {
            CompletableFuture<Answer> submitted = process.submit(invocation);
            process.sync();
            return submitted;
        });
        return host.told(answer, value -> then.apply(() -> result(function, value)));
    }

    private Invocation invocation(FunctionType function, Object[] arguments) {
        Request request = new Request(
                exports.itemOf(function, item),
                function.name(),
                function.fingerprint(),
                Encoding.arguments(function, arguments, this::number),
                List.of());
        String chosen = key.orElseGet(FreshKeys::next);
        return new Invocation(chosen, EntryFormat.encode(request));
    }

    private @Nullable Object result(FunctionType function, Answer answer) {
        if (answer instanceof Answer.Ok ok) {
            return Encoding.value(function.result(), ok.value(), this::resource, null);
        }
        if (answer instanceof Answer.Err err) {
            FunctionType.Failure failure = function.failure().orElseThrow();
            Object error = Encoding.value(failure.codec(), err.value(), this::resource, Unit.VALUE);
            throw failure.exception().apply(Objects.requireNonNull(error));
        }
        throw new InvocationFailedException(worker, ((Answer.Failed) answer).message());
    }

    private void number(BinaryWriter out, TypeInfo.Reference type, Resource resource) {
        if (resource instanceof Proxy proxy
                && proxy.handle() instanceof WorkerHandle handle
                && handle.worker().equals(worker)) {
            out.u32(handle.pass(!(type instanceof TypeInfo.Handle reference) || reference.own()));
            return;
        }
        throw new IllegalArgumentException(
                "a " + type + " that worker " + worker + " did not give out cannot be passed to it");
    }

    private Resource resource(BinaryReader in, TypeInfo.Reference type) {
        int number = (int) in.u32();
        String name = type instanceof TypeInfo.Handle handle ? handle.resource() : type.toString();
        ResourceType<?> resource = exports.resource(name)
                .orElseThrow(() -> new ValueException("worker " + worker + " exports no " + type));
        Invoker methods = new ExportInvoker(host, worker, exports, item, Optional.empty());
        return resource.proxy(new WorkerHandle(worker, resource, number, methods));
    }
}
