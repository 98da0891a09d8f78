package dev.wit4j.component;

import dev.wit4j.ByteStreamReader;
import dev.wit4j.Bytes;
import dev.wit4j.FutureReader;
import dev.wit4j.Resource;
import dev.wit4j.StreamReader;
import dev.wit4j.value.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Streams and futures as resources: what crosses a boundary is a proxy whose {@code read} is a call like any other, so that
 * tables of handles and journals need to know nothing of them.
 */
final class ReadableEnds {
    /** The resource that a readable end is, and its method. */
    private static final class End<R extends Resource> {
        private final ResourceType<R> resource;
        private final FunctionType read;
        private final TypeInfo.Reference type;

        End(
                TypeInfo.Reference type,
                String kind,
                Class<?> javaType,
                BiFunction<Handle, FunctionType, R> proxy,
                List<FunctionType.Parameter> parameters,
                ValueCodec<?> result,
                FunctionType.Call call) {
            this.type = type;
            this.resource = ResourceType.readableEnd(
                    type.toString(),
                    "[" + kind + "-drop-readable]",
                    cast(javaType),
                    handle -> proxy.apply(handle, read()));
            List<FunctionType.Parameter> all = new ArrayList<>();
            all.add(new FunctionType.Parameter("self", resource.borrow()));
            all.addAll(parameters);
            this.read = new FunctionType(
                    type.toString(),
                    "[" + kind + "-read]",
                    FunctionType.Kind.METHOD,
                    false,
                    all,
                    Optional.of(result),
                    Optional.empty(),
                    call);
        }

        private FunctionType read() {
            return read;
        }

        HandleCodec<R> codec() {
            return HandleCodec.readableEnd(resource, type);
        }

        @SuppressWarnings("unchecked")
        private static <R> Class<R> cast(Class<?> type) {
            return (Class<R>) type;
        }
    }

    private record StreamProxy<T>(Handle handle, FunctionType read) implements StreamReader<T>, Proxy {
        @Override
        public List<T> read(int max) {
            return handle.call(read, this, count(max));
        }

        @Override
        public void close() {
            handle.close();
        }
    }

    private record ByteStreamProxy(Handle handle, FunctionType read) implements ByteStreamReader, Proxy {
        @Override
        public Bytes read(int max) {
            return handle.call(read, this, count(max));
        }

        @Override
        public void close() {
            handle.close();
        }
    }

    private record FutureProxy<T>(Handle handle, FunctionType function) implements FutureReader<T>, Proxy {
        @Override
        public T read() {
            return handle.call(function, this);
        }

        @Override
        public void close() {
            handle.close();
        }
    }

    private static final List<FunctionType.Parameter> COUNT = List.of(new FunctionType.Parameter("count", Codecs.U32));

    private ReadableEnds() {}

    static <T> HandleCodec<StreamReader<T>> stream(ValueCodec<T> element) {
        return new End<StreamReader<T>>(
                        new TypeInfo.Stream(part(element)),
                        "stream",
                        StreamReader.class,
                        StreamProxy::new,
                        COUNT,
                        Codecs.list(element),
                        (target, arguments) -> ((StreamReader<?>) target).read(count(arguments[0])))
                .codec();
    }

    static HandleCodec<ByteStreamReader> byteStream() {
        return new End<ByteStreamReader>(
                        new TypeInfo.Stream(Optional.of(TypeInfo.Primitive.U8)),
                        "stream",
                        ByteStreamReader.class,
                        ByteStreamProxy::new,
                        COUNT,
                        Codecs.BYTES,
                        (target, arguments) -> ((ByteStreamReader) target).read(count(arguments[0])))
                .codec();
    }

    static <T> HandleCodec<FutureReader<T>> future(ValueCodec<T> value) {
        return new End<FutureReader<T>>(
                        new TypeInfo.Future(part(value)),
                        "future",
                        FutureReader.class,
                        FutureProxy::new,
                        List.of(),
                        value,
                        (target, arguments) -> ((FutureReader<?>) target).read())
                .codec();
    }

    private static Optional<TypeInfo> part(ValueCodec<?> codec) {
        return codec == Codecs.NONE ? Optional.empty() : Optional.of(codec.type());
    }

    private static Long count(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max: " + max + " elements cannot be read, ask for 1 at least");
        }
        return (long) max;
    }

    private static int count(Object argument) {
        return (int) Math.min((Long) argument, Integer.MAX_VALUE);
    }
}
