package dev.wit4j.embedded;

import dev.wit4j.embedded.change.Change;
import dev.wit4j.embedded.table.Rows;
import dev.wit4j.embedded.table.TableReader;
import dev.wit4j.embedded.table.Tables;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.journal.Workers;
import java.util.List;

/** The workers of a store. */
final class EmbeddedWorkers implements Workers {
    private final Parts parts;

    EmbeddedWorkers(Parts parts) {
        this.parts = parts;
    }

    @Override
    public List<WorkerId> list() {
        return applied().read(TableReader::workers).stream()
                .map(Rows.Worker::id)
                .sorted()
                .toList();
    }

    @Override
    public List<WorkerId> withPendingInvocations() {
        return applied().read(TableReader::waitingWorkers).stream()
                .map(Rows.Worker::id)
                .sorted()
                .toList();
    }

    /** The tables, with all in them that was committed before. */
    private Tables applied() {
        parts.engine().awaitApplied(parts.engine().log().last());
        return parts.engine().tables();
    }

    @Override
    public void delete(WorkerId id) {
        long record = parts.withMailbox(id, worker -> {
            if (!worker.exists()) {
                return 0L;
            }
            long size = Transaction.sizeWith(0);
            parts.engine().reserve(size);
            var transaction = new Transaction(size, () -> {});
            transaction.add(new Change.DeleteWorker(worker.number()));
            transaction.publish(parts.workers().deletion(worker));
            try {
                return parts.engine().append(transaction);
            } finally {
                if (!transaction.isAppended()) {
                    parts.engine().cancel(size);
                }
            }
        });
        parts.engine().awaitDurable(record);
    }
}
