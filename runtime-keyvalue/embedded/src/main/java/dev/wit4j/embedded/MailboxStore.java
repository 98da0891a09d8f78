package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Change;
import dev.wit4j.embedded.table.Rows;
import dev.wit4j.embedded.table.TableReader;
import dev.wit4j.embedded.table.TableWriter;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Mailbox.State;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                record -> new WorkerState.Known(record, record, digest, Optional.of(content), Optional.empty())));
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
     * Adds that the invocation of {@code key} is done.
     *
     * @throws IllegalArgumentException if none waits
     */
    void complete(WorkerState worker, String key, Bytes result, Transaction transaction) {
        Found found = find(worker, key)
                .filter(present -> present.state() instanceof State.Pending)
                .orElseThrow(() -> new IllegalArgumentException("no invocation with the key " + key + " waits"));
        Value value = transaction.add(new Change.Complete(worker.number(), key, result), result);
        transaction.publish(known(
                worker,
                key,
                record -> new WorkerState.Known(
                        record, found.position(), found.digest(), Optional.empty(), Optional.of(value))));
    }

    /** The invocations that wait, oldest first. */
    List<Invocation> pending(WorkerState worker) {
        while (true) {
            Map<String, WorkerState.Known> known = Map.copyOf(worker.invocations());
            Optional<List<Invocation>> pending = merge(known, waiting(worker));
            if (pending.isPresent()) {
                return pending.get();
            }
        }
    }

    private List<TableReader.Waiting> waiting(WorkerState worker) {
        return engine.tables().read(reader -> reader.waiting(worker.number()));
    }

    /** What waits in either; empty if a value has gone to the tables meanwhile. */
    private Optional<List<Invocation>> merge(Map<String, WorkerState.Known> known, List<TableReader.Waiting> rows) {
        Map<QueuePlace, Invocation> pending = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, WorkerState.Known> each : known.entrySet()) {
            seen.add(each.getKey());
            if (each.getValue().content().isPresent()) {
                Optional<Bytes> content = load(each.getValue().content().get());
                if (content.isEmpty()) {
                    return Optional.empty();
                }
                pending.put(
                        new QueuePlace(each.getValue().position(), each.getKey()),
                        new Invocation(each.getKey(), content.get()));
            }
        }
        for (TableReader.Waiting row : rows) {
            if (!seen.contains(row.key())) {
                pending.put(
                        new QueuePlace(row.invocation().position(), row.key()),
                        new Invocation(row.key(), row.invocation().content().orElseThrow()));
            }
        }
        return Optional.of(List.copyOf(pending.values()));
    }

    /** An invocation that is known. */
    private record Found(long position, Bytes digest, State state) {}

    private Optional<Found> find(WorkerState worker, String key) {
        WorkerState.Known known = worker.invocations().get(key);
        if (known != null) {
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
        return row.map(found -> new Found(
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
