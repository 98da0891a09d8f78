package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Change;
import dev.wit4j.embedded.change.ChangeCodec;
import dev.wit4j.embedded.log.Log;
import dev.wit4j.embedded.log.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes that may not be in the tables yet: in memory, or, where they are large and durable, in the log. Safe to share. */
final class Value {
    /** The place of the change that has the bytes, in its record. */
    private final int index;

    private volatile @Nullable Bytes bytes;
    private volatile @Nullable Position position;

    Value(int index, Bytes bytes) {
        this.index = index;
        this.bytes = bytes;
    }

    /** From now on the bytes are read from the log. */
    void spill(Position place) {
        position = place;
        bytes = null;
    }

    /** The bytes; empty if they have gone from the log, which means that they are in the tables. */
    Optional<Bytes> load(Log<?> log) throws IOException {
        Bytes present = bytes;
        if (present != null) {
            return Optional.of(present);
        }
        Position place = position;
        if (place == null) {
            throw new IllegalStateException("a value is neither in memory nor in the log");
        }
        Optional<ByteBuffer> record = log.read(place);
        return record.map(found -> bytesOf(ChangeCodec.decode(found).get(index)));
    }

    private static Bytes bytesOf(Change change) {
        if (change instanceof Change.Put put) {
            return put.value();
        }
        if (change instanceof Change.Enqueue enqueue) {
            return enqueue.content();
        }
        if (change instanceof Change.Complete complete) {
            return complete.result();
        }
        throw new IllegalStateException(
                "a value was looked for in " + change.getClass().getSimpleName());
    }
}
