package dev.wit4j.redis;

import dev.wit4j.Bytes;
import java.util.OptionalLong;

/**
 * A value as it lies in its hash: {@code values.lua} has the other half of this.
 *
 * @param value the value
 * @param deadline when it is no longer there, in milliseconds of the server's clock
 */
record StoredValue(Bytes value, OptionalLong deadline) {
    private static final int DEADLINE_END = 18;

    static StoredValue parse(byte[] stored) {
        Bytes bytes = Bytes.wrap(stored);
        if (bytes.isEmpty() || bytes.get(0) != 0) {
            return new StoredValue(bytes, OptionalLong.empty());
        }
        if (bytes.get(1) == 'v') {
            return new StoredValue(bytes.slice(2, bytes.size()), OptionalLong.empty());
        }
        long deadline = Long.parseLong(bytes.slice(2, DEADLINE_END).toUtf8String());
        return new StoredValue(bytes.slice(DEADLINE_END, bytes.size()), OptionalLong.of(deadline));
    }

    /** How a value lies there that does not expire. */
    static byte[] lasting(Bytes value) {
        return value.isEmpty() || value.get(0) != 0
                ? value.toArray()
                : Bytes.of((byte) 0, (byte) 'v').concat(value).toArray();
    }

    /** A time until the deadline, as scripts take it. */
    static byte[] millis(long millis) {
        return Redis.bytes(Long.toString(millis));
    }
}
