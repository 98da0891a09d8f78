package dev.wit4j.memory;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox.State;
import dev.wit4j.journal.Mailbox.Waiting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/** What the store holds of one worker besides its writes to buckets; guarded by the store's lock. */
final class MemoryWorker {
    /** The epoch of the claim that may commit. */
    long owner;

    long sequence;
    private final List<Journal.Record> records = new ArrayList<>();
    private final List<Journal.Snapshot> snapshots = new ArrayList<>();
    private final Map<String, Invocation> pending = new LinkedHashMap<>();
    private final Map<String, Completed> completed = new HashMap<>();

    private final Queue<Forgotten> toBeForgotten = new PriorityQueue<>(Comparator.comparing(Forgotten::time));
    private final InstantSource clock;

    /** An invocation that is done. */
    private record Completed(Invocation invocation, Bytes result) {}

    /** When a result goes. */
    private record Forgotten(Instant time, String key) {}

    MemoryWorker(InstantSource clock) {
        this.clock = clock;
    }

    void append(Journal.Record record) {
        records.add(record);
        sequence = record.sequence();
    }

    List<Journal.Record> recordsAfter(long after) {
        return records.stream().filter(record -> record.sequence() > after).toList();
    }

    List<Journal.Snapshot> snapshots() {
        return List.copyOf(snapshots);
    }

    void save(Journal.Snapshot snapshot, long trimBefore) {
        snapshots.add(0, snapshot);
        snapshots.removeIf(each -> each.sequence() < trimBefore);
        records.removeIf(each -> each.sequence() < trimBefore);
    }

    boolean hasPending() {
        return !pending.isEmpty();
    }

    Waiting pending(long bytes) {
        List<Invocation> oldest = new ArrayList<>();
        long room = bytes;
        for (Invocation invocation : pending.values()) {
            if (room <= 0) {
                return new Waiting(oldest, true);
            }
            oldest.add(invocation);
            room -= invocation.content().size();
        }
        return new Waiting(oldest, false);
    }

    State enqueue(Invocation invocation) {
        if (state(invocation.key()) instanceof State.Unknown) {
            pending.put(invocation.key(), invocation);
        }
        return state(invocation);
    }

    State state(String key) {
        Completed done = completed.get(key);
        if (done != null) {
            return new State.Completed(done.result());
        }
        return pending.containsKey(key) ? new State.Pending() : new State.Unknown();
    }

    private State state(Invocation invocation) {
        Completed done = completed.get(invocation.key());
        Invocation known = done != null ? done.invocation() : pending.get(invocation.key());
        return invocation.equals(known) ? state(invocation.key()) : new State.Conflict();
    }

    void complete(Effect.Complete complete) {
        String key = complete.key();
        Invocation invocation = pending.remove(key);
        if (invocation == null) {
            throw new IllegalArgumentException("no invocation with the key " + key + " waits");
        }
        completed.put(key, new Completed(invocation, complete.result()));
        Instant now = clock.instant();
        complete.keptMillis().ifPresent(millis -> toBeForgotten.add(new Forgotten(now.plusMillis(millis), key)));
        for (Forgotten next; (next = toBeForgotten.peek()) != null && !now.isBefore(next.time()); ) {
            completed.remove(toBeForgotten.remove().key());
        }
    }
}
