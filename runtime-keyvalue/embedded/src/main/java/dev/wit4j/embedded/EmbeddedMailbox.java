package dev.wit4j.embedded;

import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.value.Text;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The mailbox of one worker, by its name: it is there before the worker is and after it was deleted. */
final class EmbeddedMailbox implements Mailbox {
    private final Parts parts;
    private final WorkerId id;

    /** The last record that something seen here rests on. */
    private final AtomicLong seen = new AtomicLong();

    EmbeddedMailbox(Parts parts, WorkerId id) {
        this.parts = parts;
        this.id = id;
    }

    @Override
    public State enqueue(Invocation invocation) {
        long size = Transaction.sizeWith(invocation.content().size());
        parts.engine().reserve(size);
        var transaction = new Transaction(size, () -> {});
        try {
            return locked(worker -> {
                State state = parts.mailboxes().enqueue(worker, invocation, transaction);
                if (!transaction.isEmpty()) {
                    parts.engine().append(transaction);
                }
                return state;
            });
        } finally {
            if (!transaction.isAppended()) {
                parts.engine().cancel(size);
            }
        }
    }

    @Override
    public State state(String key) {
        Text.check(key, "idempotency key");
        return locked(worker -> parts.mailboxes().state(worker, key));
    }

    @Override
    public Waiting pending(long bytes) {
        return locked(worker -> parts.mailboxes().pending(worker, bytes));
    }

    @Override
    public void sync() {
        parts.engine().awaitDurable(seen.get());
    }

    private <T> T locked(Function<WorkerState, T> action) {
        return parts.withMailbox(id, worker -> {
            T result = action.apply(worker);
            seen.accumulateAndGet(worker.lastRecord(), Math::max);
            return result;
        });
    }
}
