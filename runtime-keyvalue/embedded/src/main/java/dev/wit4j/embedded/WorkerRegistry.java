package dev.wit4j.embedded;

import dev.wit4j.embedded.table.Rows;
import dev.wit4j.embedded.table.TableReader;
import dev.wit4j.journal.WorkerId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * The workers that are in use, or that the tables do not have all of; all others are in the tables alone. Who acquires a worker
 * releases it, and a transaction does so when it is in the tables. Safe to share.
 */
final class WorkerRegistry {
    private final Engine engine;
    private final ConcurrentMap<WorkerId, WorkerState> states = new ConcurrentHashMap<>();

    /** The workers whose rows in the tables are void, by the records that deleted them. */
    private final ConcurrentMap<WorkerId, Long> deletions = new ConcurrentHashMap<>();

    private final AtomicLong lastNumber;

    WorkerRegistry(Engine engine) {
        this.engine = engine;
        lastNumber = new AtomicLong(engine.tables().read(TableReader::lastWorker));
    }

    /** The worker of that name, which may not exist yet. */
    WorkerState acquire(WorkerId id) {
        engine.log().checkUsable();
        return states.compute(id, (key, present) -> {
            WorkerState state = present == null || present.isDeleted() ? load(id) : present;
            state.addUser();
            return state;
        });
    }

    private WorkerState load(WorkerId id) {
        Optional<Rows.Worker> row =
                deletions.containsKey(id) ? Optional.empty() : engine.tables().read(reader -> reader.worker(id));
        return row.map(found -> new WorkerState(id, found.number(), true, found.epoch(), found.sequence()))
                .orElseGet(() -> new WorkerState(id, lastNumber.incrementAndGet(), false, 0, 0));
    }

    /** Gives a worker back. */
    void release(WorkerState state) {
        states.computeIfPresent(state.id(), (key, present) -> present == state && state.removeUser() ? null : present);
    }

    /** What makes a change of {@code state} seen, and keeps the state until the tables have it. */
    Transaction.Publication publication(WorkerState state, LongConsumer change) {
        return new Transaction.Publication() {
            @Override
            public void publish(long record) {
                share(state);
                change.accept(record);
                state.touched(record);
            }

            @Override
            public void retract() {
                release(state);
            }
        };
    }

    /** What makes the deletion of {@code state} seen. */
    Transaction.Publication deletion(WorkerState state) {
        return new Transaction.Publication() {
            private long number;

            @Override
            public void publish(long record) {
                number = record;
                deletions.put(state.id(), record);
                state.delete();
            }

            @Override
            public void retract() {
                deletions.remove(state.id(), number);
            }
        };
    }

    private void share(WorkerState state) {
        states.computeIfPresent(state.id(), (key, present) -> {
            if (present == state) {
                state.addUser();
            }
            return present;
        });
    }
}
