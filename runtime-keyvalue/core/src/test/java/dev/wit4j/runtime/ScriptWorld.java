package dev.wit4j.runtime;

import dev.wit4j.ByteStreamReader;
import dev.wit4j.FutureReader;
import dev.wit4j.StreamReader;
import dev.wit4j.StringException;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.InterfaceType;
import dev.wit4j.component.Invoker;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.component.WorldType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The world of the tests, as generated code would have it: a guest that runs scripts, and a host with one function of each
 * effect class.
 */
final class ScriptWorld extends WorldType<ScriptWorld.Imports, ScriptWorld.Guest, ScriptWorld.Guest> {
    /** {@code test:script/runner}. */
    interface Guest {
        /** {@code run: func(script: string) -> result<string, string>}. */
        String run(String script);

        /** {@code size: func() -> u64}. */
        long size();
    }

    /** {@code test:script/host}. */
    interface Host {
        /** {@code get: func(key: string) -> option<string>}: a read. */
        Optional<String> get(String key);

        /** {@code increment: func(key: string, delta: u64) -> result<u64, string>}: a write. */
        long increment(String key, long delta);

        /** {@code set: func(key: string, value: string)}: a write. */
        void set(String key, String value);

        /** {@code send: func(text: string) -> string}: at most once. */
        String send(String text);

        /** {@code post: func(text: string) -> string}: repeatable. */
        String post(String text);

        /** {@code upper: func(text: string) -> string}: local. */
        String upper(String text);

        /** {@code first: func(numbers: stream<u32>, bytes: stream<u8>, last: future<u32>) -> list<u32>}: at most once. */
        List<Long> first(StreamReader<Long> numbers, ByteStreamReader bytes, FutureReader<Long> last);

        /** {@code now: func() -> u64}: a read of the worker's clock. */
        long now();

        /** {@code wait: func(until: u64)}: a read. */
        void waitUntil(long instant);
    }

    /** What a script may call: its host, and a runner that is another worker. */
    record Imports(Host host, Guest peer) {}

    static final FunctionType RUN = failing(
            "test:script/runner",
            "run",
            List.of(parameter("script", Codecs.STRING)),
            Codecs.STRING,
            (target, arguments) -> ((Guest) target).run((String) arguments[0]));
    static final FunctionType SIZE = function(
            "test:script/runner",
            "size",
            List.of(),
            Optional.of(Codecs.U64),
            (target, arguments) -> ((Guest) target).size());
    static final InterfaceType RUNNER = new InterfaceType("test:script/runner", List.of(RUN, SIZE));

    static final FunctionType GET = function(
            "test:script/host",
            "get",
            List.of(parameter("key", Codecs.STRING)),
            Optional.of(Codecs.option(Codecs.STRING)),
            (target, arguments) -> ((Host) target).get((String) arguments[0]));
    static final FunctionType INCREMENT = failing(
            "test:script/host",
            "increment",
            List.of(parameter("key", Codecs.STRING), parameter("delta", Codecs.U64)),
            Codecs.U64,
            (target, arguments) -> ((Host) target).increment((String) arguments[0], (Long) arguments[1]));
    static final FunctionType SET = function(
            "test:script/host",
            "set",
            List.of(parameter("key", Codecs.STRING), parameter("value", Codecs.STRING)),
            Optional.empty(),
            (target, arguments) -> {
                ((Host) target).set((String) arguments[0], (String) arguments[1]);
                return null;
            });
    static final FunctionType SEND = text("send", (target, arguments) -> ((Host) target).send((String) arguments[0]));
    static final FunctionType POST = text("post", (target, arguments) -> ((Host) target).post((String) arguments[0]));
    static final FunctionType UPPER =
            text("upper", (target, arguments) -> ((Host) target).upper((String) arguments[0]));
    private static final ValueCodec<StreamReader<Long>> NUMBERS = Codecs.stream(Codecs.U32);

    @SuppressWarnings("unchecked")
    static final FunctionType FIRST = function(
            "test:script/host",
            "first",
            List.of(
                    parameter("numbers", NUMBERS),
                    parameter("bytes", Codecs.byteStream()),
                    parameter("last", Codecs.future(Codecs.U32))),
            Optional.of(Codecs.list(Codecs.U32)),
            (target, arguments) -> ((Host) target)
                    .first((StreamReader<Long>) arguments[0], (ByteStreamReader) arguments[1], (FutureReader<Long>)
                            arguments[2]));

    static final FunctionType NOW = function(
            "test:script/host",
            "now",
            List.of(),
            Optional.of(Codecs.U64),
            (target, arguments) -> ((Host) target).now());
    static final FunctionType WAIT = function(
            "test:script/host",
            "wait",
            List.of(parameter("until", Codecs.U64)),
            Optional.empty(),
            (target, arguments) -> {
                ((Host) target).waitUntil((Long) arguments[0]);
                return null;
            });
    static final InterfaceType HOST =
            new InterfaceType("test:script/host", List.of(GET, INCREMENT, SET, SEND, POST, UPPER, FIRST, NOW, WAIT));

    /** The peer is the same interface as the export, imported under a label. */
    static final InterfaceType PEER = new InterfaceType("test:script/peer", List.of(RUN, SIZE));

    /** Behind the tables that it is made of. */
    static final ScriptWorld TYPE = new ScriptWorld();

    private ScriptWorld() {
        super(
                "test:script/world",
                List.of(new Item("test:script/host", HOST), new Item("peer", PEER)),
                List.of(new Item("test:script/runner", RUNNER)));
    }

    @Override
    public Imports imports(Function<String, Invoker> invokers) {
        return new Imports(new HostProxy(invokers.apply("test:script/host")), new RunnerProxy(invokers.apply("peer")));
    }

    @Override
    public Object imported(Imports imports, String item) {
        return item.equals("peer") ? imports.peer() : imports.host();
    }

    @Override
    public Object exported(Guest guest, String item) {
        if (!item.equals("test:script/runner")) {
            throw unknown(item);
        }
        return guest;
    }

    @Override
    public Guest exports(Function<String, Invoker> invokers) {
        return new RunnerProxy(invokers.apply("test:script/runner"));
    }

    private record RunnerProxy(Invoker invoker) implements Guest {
        @Override
        public String run(String script) {
            return invoker.call(RUN, script);
        }

        @Override
        public long size() {
            return invoker.<Long>call(SIZE);
        }
    }

    private record HostProxy(Invoker invoker) implements Host {
        @Override
        public Optional<String> get(String key) {
            return invoker.call(GET, key);
        }

        @Override
        public long increment(String key, long delta) {
            return invoker.<Long>call(INCREMENT, key, delta);
        }

        @Override
        public void set(String key, String value) {
            invoker.invoke(SET, key, value);
        }

        @Override
        public String send(String text) {
            return invoker.call(SEND, text);
        }

        @Override
        public String post(String text) {
            return invoker.call(POST, text);
        }

        @Override
        public String upper(String text) {
            return invoker.call(UPPER, text);
        }

        @Override
        public List<Long> first(StreamReader<Long> numbers, ByteStreamReader bytes, FutureReader<Long> last) {
            return invoker.call(FIRST, numbers, bytes, last);
        }

        @Override
        public long now() {
            return invoker.<Long>call(NOW);
        }

        @Override
        public void waitUntil(long instant) {
            invoker.invoke(WAIT, instant);
        }
    }

    private static FunctionType.Parameter parameter(String name, ValueCodec<?> codec) {
        return new FunctionType.Parameter(name, codec);
    }

    private static FunctionType text(String name, FunctionType.Call call) {
        return function(
                "test:script/host", name, List.of(parameter("text", Codecs.STRING)), Optional.of(Codecs.STRING), call);
    }

    private static FunctionType function(
            String owner,
            String name,
            List<FunctionType.Parameter> parameters,
            Optional<ValueCodec<?>> result,
            FunctionType.Call call) {
        return new FunctionType(
                owner, name, FunctionType.Kind.FREESTANDING, false, parameters, result, Optional.empty(), call);
    }

    private static FunctionType failing(
            String owner,
            String name,
            List<FunctionType.Parameter> parameters,
            ValueCodec<?> result,
            FunctionType.Call call) {
        return new FunctionType(
                owner,
                name,
                FunctionType.Kind.FREESTANDING,
                false,
                parameters,
                Optional.of(result),
                Optional.of(new FunctionType.Failure(
                        Optional.of(Codecs.STRING), error -> new StringException((String) error))),
                call);
    }
}
