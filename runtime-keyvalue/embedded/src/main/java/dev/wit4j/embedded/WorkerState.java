package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Change;
import dev.wit4j.journal.WorkerId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is known of a worker while somebody uses it, or the tables do not have all of it. Its fields are set with the log to
 * itself; who reads them elsewhere sees some moment.
 */
final class WorkerState {
    private final WorkerId id;
    private final long number;

    /** Keeps others from the mailbox between looking and appending. */
    private final ReentrantLock mailbox = new ReentrantLock();

    private final Map<String, Known> invocations = new ConcurrentHashMap<>();
    private volatile boolean exists;
    private volatile boolean deleted;
    private volatile long epoch;
    private volatile long sequence;
    private volatile long lastRecord;

    /** How many use it; guarded by the registry. */
    private int users;

    /** The last key of an invocation that there is or was, by its UTF-8; guarded by the mailbox. */
    private byte[] lastKey = {};

    /** Whether the tables were asked for their last key. */
    private boolean knowsLastKey;

    /**
     * What a record said of an invocation.
     *
     * @param record its number
     * @param position in the queue
     * @param digest of its content
     * @param content while it waits
     * @param result when it is done
     * @param expires when the result vanishes, in milliseconds of the epoch; empty for never
     */
    record Known(
            long record,
            long position,
            Bytes digest,
            Optional<Value> content,
            Optional<Value> result,
            OptionalLong expires) {}

    /**
     * A worker.
     *
     * @param exists whether the tables have it
     */
    WorkerState(WorkerId id, long number, boolean exists, long epoch, long sequence) {
        this.id = id;
        this.number = number;
        this.exists = exists;
        this.epoch = epoch;
        this.sequence = sequence;
    }

    WorkerId id() {
        return id;
    }

    /** By which records name it. */
    long number() {
        return number;
    }

    ReentrantLock mailbox() {
        return mailbox;
    }

    /** Whether somebody claimed it, or enqueued for it, and nobody deleted it. */
    boolean exists() {
        return exists && !deleted;
    }

    boolean isDeleted() {
        return deleted;
    }

    /** Of the last claim. */
    long epoch() {
        return epoch;
    }

    /** Of the last record of the journal. */
    long sequence() {
        return sequence;
    }

    /** The last record that says something of it. */
    long lastRecord() {
        return lastRecord;
    }

    /** What the tables may not know of invocations, by key. */
    Map<String, Known> invocations() {
        return invocations;
    }

    /** Whether {@link #isBehindLastKey} can be asked; with its mailbox locked. */
    boolean knowsLastKey() {
        return knowsLastKey;
    }

    /** The tables have no key behind this one; with its mailbox locked. */
    void learnLastKey(Optional<String> key) {
        key.ifPresent(this::used);
        knowsLastKey = true;
    }

    /** Whether no invocation has this key or one behind it; with its mailbox locked. */
    boolean isBehindLastKey(String key) {
        return Arrays.compareUnsigned(key.getBytes(StandardCharsets.UTF_8), lastKey) > 0;
    }

    /** An invocation has this key; with its mailbox locked. */
    void used(String key) {
        lastKey = isBehindLastKey(key) ? key.getBytes(StandardCharsets.UTF_8) : lastKey;
    }

    /** Adds that there is this worker, if it is new; with its mailbox locked. */
    void createIn(Transaction transaction) {
        if (!exists) {
            transaction.add(new Change.CreateWorker(number, id));
        }
    }

    /** A record says something of it; call with the log to itself. */
    void touched(long record) {
        exists = true;
        lastRecord = record;
    }

    /** A claim took it; call with the log to itself. */
    void claimed(long newEpoch) {
        epoch = newEpoch;
    }

    /** Its journal has another record; call with the log to itself. */
    void appended(long newSequence) {
        sequence = newSequence;
    }

    /** It is gone; call with the log to itself. */
    void delete() {
        deleted = true;
    }

    void addUser() {
        users++;
    }

    /** Whether that was the last. */
    boolean removeUser() {
        users--;
        return users == 0;
    }
}
