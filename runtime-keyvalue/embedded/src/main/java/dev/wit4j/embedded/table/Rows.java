package dev.wit4j.embedded.table;

import dev.wit4j.Bytes;
import dev.wit4j.journal.WorkerId;
import java.util.Optional;
import java.util.OptionalLong;

/** What the tables hold, row by row. */
public final class Rows {
    private Rows() {}

    /**
     * A key that is present, unless it has expired.
     *
     * @param expires when it vanishes, in milliseconds of the epoch; empty for never
     */
    public record Entry(Bytes value, OptionalLong expires) {}

    /**
     * A worker.
     *
     * @param number by which records name it
     * @param epoch of its last claim; 0 if there was none
     * @param sequence of its last journal record; 0 if there is none
     * @param first the first sequence that has not been trimmed
     */
    public record Worker(WorkerId id, long number, long epoch, long sequence, long first) {}

    /**
     * An invocation that waits or is done.
     *
     * @param position in the queue of all workers
     * @param digest of its content
     * @param content while it waits
     * @param result when it is done
     * @param expires when the result vanishes, in milliseconds of the epoch; empty for never
     */
    public record Invocation(
            long position, Bytes digest, Optional<Bytes> content, Optional<Bytes> result, OptionalLong expires) {}
}
