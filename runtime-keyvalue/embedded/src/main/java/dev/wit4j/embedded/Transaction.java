package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Change;
import dev.wit4j.embedded.change.ChangeCodec;
import dev.wit4j.embedded.log.Entry;
import dev.wit4j.embedded.log.Payload;
import dev.wit4j.embedded.log.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one commit changes: written as one record, seen by others from the moment it is appended, and forgotten when the tables
 * hold it. Built by one thread; then the log's.
 */
final class Transaction implements Entry {
    /** A record with more bytes is read back from the log where its changes are needed. */
    private static final long LARGE = 64 << 10;

    /** About what a record takes besides its bytes. */
    private static final long OVERHEAD = 512;

    private final Runnable check;
    private final List<Publication> publications = new ArrayList<>(2);
    private final List<Value> values = new ArrayList<>(1);
    private @Nullable List<Change> changes = new ArrayList<>(2);
    private final long size;
    private long number;
    private @Nullable Payload payload;
    private @Nullable Position position;

    /** Something that others see between a commit and its being in the tables. */
    interface Publication {
        /** It has happened, in record {@code number}. Called with the log to itself. */
        void publish(long number);

        /** The tables hold it now. */
        void retract();
    }

    /**
     * A transaction without changes.
     *
     * @param size about how many bytes it takes in memory; reserved
     * @param check throws if it may not be appended; called with the log to itself
     */
    Transaction(long size, Runnable check) {
        this.size = size;
        this.check = check;
    }

    /** About how many bytes a transaction with so many large ones takes in memory. */
    static long sizeWith(long bytes) {
        return OVERHEAD + bytes;
    }

    /** Adds a change. */
    void add(Change change) {
        requirePresent(changes).add(change);
    }

    /** Adds a change that holds {@code bytes}, which others are to see. */
    Value add(Change change, Bytes bytes) {
        var value = new Value(requirePresent(changes).size(), bytes);
        add(change);
        values.add(value);
        return value;
    }

    /** Adds what others see. */
    void publish(Publication publication) {
        publications.add(publication);
    }

    /** About how many bytes it takes in memory. */
    long size() {
        return size;
    }

    /** Whether it changes nothing. */
    boolean isEmpty() {
        return requirePresent(changes).isEmpty();
    }

    /** Whether it has a record. */
    boolean isAppended() {
        return number > 0;
    }

    boolean isLarge() {
        return size > LARGE;
    }

    /** Makes the bytes that are to be written; nothing is added any more. */
    void seal() {
        payload = ChangeCodec.encode(requirePresent(changes));
    }

    @Override
    public void check() {
        check.run();
    }

    @Override
    public void appended(long record) {
        number = record;
        for (Publication publication : publications) {
            publication.publish(record);
        }
    }

    @Override
    public Payload payload() {
        Payload sealed = requirePresent(payload);
        payload = null;
        return sealed;
    }

    @Override
    public void placed(Position place) {
        position = place;
    }

    long number() {
        return number;
    }

    /** Lets go of what is large; it is durable. */
    void spill() {
        Position place = position;
        if (isLarge() && place != null) {
            values.forEach(value -> value.spill(place));
            values.clear();
            changes = null;
        }
    }

    /** The changes, unless they have been let go. */
    Optional<List<Change>> changes() {
        return Optional.ofNullable(changes);
    }

    /** Where the record is. */
    Position position() {
        return requirePresent(position);
    }

    /** The tables hold it. */
    void retract() {
        publications.forEach(Publication::retract);
    }

    private static <T> T requirePresent(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the transaction is past that");
        }
        return value;
    }
}
