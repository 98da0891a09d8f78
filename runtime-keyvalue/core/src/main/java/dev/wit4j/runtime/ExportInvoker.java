package dev.wit4j.runtime;

import dev.wit4j.Unit;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.Invoker;
import dev.wit4j.format.HandleDecoder;
import dev.wit4j.format.HandleEncoder;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.EntryFormat;
import dev.wit4j.runtime.entry.Request;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a caller calls one exported item of a worker by. Safe to share between threads. */
final class ExportInvoker implements Invoker {
    private final WorkerHost host;
    private final WorkerId worker;
    private final String item;
    private final Optional<String> key;

    ExportInvoker(WorkerHost host, WorkerId worker, String item, Optional<String> key) {
        this.host = host;
        this.worker = worker;
        this.item = item;
        this.key = key;
    }

    @Override
    public @Nullable Object invoke(FunctionType function, Object... arguments) {
        return result(function, WorkerHost.join(worker, send(function, arguments)));
    }

    /** Has a function called; when this returns, it is durable that it will be. */
    CompletableFuture<@Nullable Object> submit(FunctionType function, Object... arguments) {
        CompletableFuture<Answer> answer = send(function, arguments);
        host.process(worker, process -> {
            process.sync();
            return true;
        });
        return answer.thenApply(value -> result(function, value));
    }

    private CompletableFuture<Answer> send(FunctionType function, Object[] arguments) {
        Request request = new Request(
                item,
                function.name(),
                function.fingerprint(),
                Encoding.arguments(function, arguments, HandleEncoder.NONE),
                List.of());
        String chosen = key.orElseGet(() -> UUID.randomUUID().toString());
        return host.process(worker, process -> process.submit(new Invocation(chosen, EntryFormat.encode(request))));
    }

    private @Nullable Object result(FunctionType function, Answer answer) {
        if (answer instanceof Answer.Ok ok) {
            return Encoding.value(function.result(), ok.value(), HandleDecoder.NONE, null);
        }
        if (answer instanceof Answer.Err err) {
            FunctionType.Failure failure = function.failure().orElseThrow();
            Object error = Encoding.value(failure.codec(), err.value(), HandleDecoder.NONE, Unit.VALUE);
            throw failure.exception().apply(Objects.requireNonNull(error));
        }
        throw new InvocationFailedException(worker, ((Answer.Failed) answer).message());
    }
}
