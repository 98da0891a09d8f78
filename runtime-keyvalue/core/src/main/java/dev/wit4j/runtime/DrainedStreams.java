package dev.wit4j.runtime;

import dev.wit4j.ByteStreamReader;
import dev.wit4j.Bytes;
import dev.wit4j.FutureReader;
import dev.wit4j.Resource;
import dev.wit4j.StreamReader;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.HandleCodec;
import dev.wit4j.component.HandleMapper;
import dev.wit4j.component.Proxy;
import dev.wit4j.component.ValueCodec;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the streams and futures of the guest that a journaled call is given to their ends before the call. On replay the host is
 * not called and reads nothing, but the guest has to see the same: that all it gave was read, and closed.
 */
final class DrainedStreams implements HandleMapper {
    private static final int ELEMENTS = 1 << 10;
    private static final int BYTES = 1 << 16;

    private DrainedStreams() {}

    /** The arguments of a call of {@code function}, with what was read in place of the guest's streams. */
    static Object[] of(FunctionType function, Object[] arguments) {
        Object[] drained = arguments.clone();
        for (int i = 0; i < drained.length; i++) {
            ValueCodec<?> codec = function.parameters().get(i).codec();
            if (codec.hasHandles()) {
                drained[i] = map(codec, drained[i]);
            }
        }
        return drained;
    }

    /** The argument has passed the check of its codec, so that it is of its Java type. */
    @SuppressWarnings("unchecked")
    private static <T> Object map(ValueCodec<T> codec, Object argument) {
        return codec.mapHandles((T) argument, new DrainedStreams());
    }

    /** Only the host's side of a handle of the guest is a proxy: a stream of the host that comes home stays as it is. */
    @Override
    public Resource map(HandleCodec<?> codec, Resource resource) {
        if (!codec.resource().isReadableEnd() || !(resource instanceof Proxy)) {
            return resource;
        }
        Resource drained = drain(resource);
        resource.close();
        return drained;
    }

    private static Resource drain(Resource resource) {
        if (resource instanceof StreamReader<?> stream) {
            return new ReadElements<>(elements(stream));
        }
        if (resource instanceof ByteStreamReader stream) {
            return new ReadBytes(bytes(stream));
        }
        Object value = ((FutureReader<?>) resource).read();
        return (FutureReader<?>) () -> value;
    }

    private static <T> List<T> elements(StreamReader<T> stream) {
        List<T> all = new ArrayList<>();
        for (List<T> some = stream.read(ELEMENTS); !some.isEmpty(); some = stream.read(ELEMENTS)) {
            all.addAll(some);
        }
        return all;
    }

    private static Bytes bytes(ByteStreamReader stream) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Bytes some = stream.read(BYTES); !some.isEmpty(); some = stream.read(BYTES)) {
            all.writeBytes(some.toArray());
        }
        return Bytes.wrap(all.toByteArray());
    }

    private static final class ReadElements<T> implements StreamReader<T> {
        private final List<T> all;
        private int next;

        ReadElements(List<T> all) {
            this.all = all;
        }

        @Override
        public List<T> read(int max) {
            int from = next;
            next += Math.min(max, all.size() - from);
            return List.copyOf(all.subList(from, next));
        }
    }

    private static final class ReadBytes implements ByteStreamReader {
        private final Bytes all;
        private int next;

        ReadBytes(Bytes all) {
            this.all = all;
        }

        @Override
        public Bytes read(int max) {
            int from = next;
            next += Math.min(max, all.size() - from);
            return all.slice(from, next);
        }
    }
}
