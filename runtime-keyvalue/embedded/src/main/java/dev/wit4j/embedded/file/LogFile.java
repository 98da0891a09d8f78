package dev.wit4j.embedded.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One file of a log. Reads may run beside anything; writes and syncs are made by one thread at a time. */
public interface LogFile extends Closeable {
    /** Writes all that remains in {@code source}, from {@code position} of the file on. */
    void write(ByteBuffer source, long position) throws IOException;

    /**
     * Reads from {@code position} of the file on, until {@code target} is full or the file ends.
     *
     * @return how many bytes were read; 0 at and behind the end
     */
    int read(ByteBuffer target, long position) throws IOException;

    /** Returns when everything that was written is durable. After a failure nothing is known about what was written. */
    void sync() throws IOException;

    /** The length of the file in bytes. */
    long size() throws IOException;
}
