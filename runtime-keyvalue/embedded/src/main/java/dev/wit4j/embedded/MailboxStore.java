package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Change;
import dev.wit4j.embedded.table.Rows;
import dev.wit4j.embedded.table.TableReader;
import dev.wit4j.embedded.table.TableWriter;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Mailbox.State;
import dev.wit4j.journal.Mailbox.Waiting;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The invocations of workers, durable or not. Call with the mailbox of the worker locked. */
final class MailboxStore {
    private final Engine engine;
    private final WorkerRegistry registry;

    MailboxStore(Engine engine, WorkerRegistry registry) {
        this.engine = engine;
        this.registry = registry;
    }

    /** What is known of a key. */
    State state(WorkerState worker, String key) {
        return find(worker, key).<State>map(Found::state).orElseGet(State.Unknown::new);
    }

    /**
     * Adds that {@code invocation} waits, unless its key is known.
     *
     * @return what is known of the key when the transaction is appended
     */
    State enqueue(WorkerState worker, Invocation invocation, Transaction transaction) {
        Bytes digest = TableWriter.digest(invocation.content());
        Optional<Found> found = find(worker, invocation.key());
        if (found.isPresent()) {
            return found.get().digest().equals(digest) ? found.get().state() : new State.Conflict();
        }
        worker.createIn(transaction);
        add(worker, invocation, digest, transaction);
        return new State.Pending();
    }

    /** Adds that {@code invocations} wait, all with keys that are new; among them, the order of their keys is that of the queue. */
    void enqueueAll(WorkerState worker, List<Invocation> invocations, Transaction transaction) {
        worker.createIn(transaction);
        invocations.forEach(
                invocation -> add(worker, invocation, TableWriter.digest(invocation.content()), transaction));
    }

    private void add(WorkerState worker, Invocation invocation, Bytes digest, Transaction transaction) {
        worker.used(invocation.key());
        Value content = transaction.add(
                new Change.Enqueue(worker.number(), invocation.key(), invocation.content()), invocation.content());
        transaction.publish(known(
                worker,
                invocation.key(),
                record -> new WorkerState.Known(
                        record, record, digest, Optional.of(content), Optional.empty(), OptionalLong.empty())));
    }

    /** A place in the queue: those that were enqueued by one record are in the order of their keys. */
    private record QueuePlace(long position, String key) implements Comparable<QueuePlace> {
        @Override
        public int compareTo(QueuePlace other) {
            int byPosition = Long.compare(position, other.position);
            return byPosition != 0 ? byPosition : key.compareTo(other.key);
        }
    }

    /**
     * Adds that an invocation is done.
     *
     * @throws IllegalArgumentException if none waits
     */
    void complete(WorkerState worker, Effect.Complete complete, Transaction transaction) {
        String key = complete.key();
        OptionalLong expires = complete.keptMillis().isPresent()
                ? OptionalLong.of(engine.clock().now() + complete.keptMillis().getAsLong())
                : OptionalLong.empty();
        Found found = find(worker, key)
                .filter(present -> present.state() instanceof State.Pending)
                .orElseThrow(() -> new IllegalArgumentException("no invocation with the key " + key + " waits"));
        Value value = transaction.add(
                new Change.Complete(worker.number(), key, complete.result(), expires), complete.result());
        transaction.publish(known(
                worker,
                key,
                record -> new WorkerState.Known(
                        record, found.position(), found.digest(), Optional.empty(), Optional.of(value), expires)));
    }

    /** The invocations that have waited longest, about as many as have {@code bytes} together. */
    Waiting pending(WorkerState worker, long bytes) {
        while (true) {
            Map<String, WorkerState.Known> known = Map.copyOf(worker.invocations());
            TableReader.Waiting rows = engine.tables()
                    .read(reader -> reader.waiting(worker.number(), key -> !known.containsKey(key), bytes));
            Optional<Waiting> pending = merge(known, rows, bytes);
            if (pending.isPresent()) {
                return pending.get();
            }
        }
    }

    /**
     * What waits in either; empty if a value has gone to the tables meanwhile. Where there are more rows, those that there are fill
     * the room, so that nothing behind them is taken.
     */
    private Optional<Waiting> merge(Map<String, WorkerState.Known> known, TableReader.Waiting rows, long bytes) {
        Map<QueuePlace, Value> pending = new TreeMap<>();
        known.forEach((key, each) ->
                each.content().ifPresent(content -> pending.put(new QueuePlace(each.position(), key), content)));
        rows.oldest()
                .forEach((key, row) -> pending.put(
                        new QueuePlace(row.position(), key),
                        new Value(0, row.content().orElseThrow())));
        List<Invocation> oldest = new ArrayList<>();
        long room = bytes;
        for (Map.Entry<QueuePlace, Value> each : pending.entrySet()) {
            if (room <= 0) {
                break;
            }
            Optional<Bytes> content = load(each.getValue());
            if (content.isEmpty()) {
                return Optional.empty();
            }
            oldest.add(new Invocation(each.getKey().key(), content.get()));
            room -= content.get().size();
        }
        return Optional.of(new Waiting(oldest, rows.more() || oldest.size() < pending.size()));
    }

    /** An invocation that is known. */
    private record Found(long position, Bytes digest, State state) {}

    private Optional<Found> find(WorkerState worker, String key) {
        WorkerState.Known known = worker.invocations().get(key);
        if (known != null) {
            if (engine.clock().hasPassed(known.expires())) {
                return Optional.empty();
            }
            if (known.result().isEmpty()) {
                return Optional.of(new Found(known.position(), known.digest(), new State.Pending()));
            }
            Optional<Bytes> result = load(known.result().get());
            if (result.isPresent()) {
                return Optional.of(new Found(known.position(), known.digest(), new State.Completed(result.get())));
            }
        }
        if (!worker.exists() || isBehindAll(worker, key)) {
            return Optional.empty();
        }
        Optional<Rows.Invocation> row = engine.tables().read(reader -> reader.invocation(worker.number(), key));
        return row.filter(found -> !engine.clock().hasPassed(found.expires()))
                .map(found -> new Found(
                        found.position(),
                        found.digest(),
                        found.result().<State>map(State.Completed::new).orElseGet(State.Pending::new)));
    }

    /** Whether the key comes after all that the worker ever met, as new keys mostly do: then the tables need not be asked. */
    private boolean isBehindAll(WorkerState worker, String key) {
        if (!worker.knowsLastKey()) {
            worker.learnLastKey(engine.tables().read(reader -> reader.lastKey(worker.number())));
        }
        return worker.isBehindLastKey(key);
    }

    private Optional<Bytes> load(Value value) {
        try {
            return value.load(engine.log());
        } catch (IOException e) {
            throw new StorageException("cannot read the log: " + e.getMessage(), e);
        }
    }

    /** Makes what a record says of an invocation. */
    private interface Saying {
        WorkerState.Known of(long record);
    }

    private Transaction.Publication known(WorkerState worker, String key, Saying saying) {
        Transaction.Publication use =
                registry.publication(worker, record -> worker.invocations().put(key, saying.of(record)));
        return new Transaction.Publication() {
            private long number;

            @Override
            public void publish(long record) {
                number = record;
                use.publish(record);
            }

            @Override
            public void retract() {
                worker.invocations()
                        .computeIfPresent(key, (same, present) -> present.record() <= number ? null : present);
                use.retract();
            }
        };
    }
}
