package dev.wit4j.memory;

import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.value.Text;

/** The mailbox of one worker, by its name: it is there before the worker is and after it was deleted. */
final class MemoryMailbox implements Mailbox {
    private final MemoryStorage storage;
    private final WorkerId id;

    MemoryMailbox(MemoryStorage storage, WorkerId id) {
        this.storage = storage;
        this.id = id;
    }

    @Override
    public State enqueue(Invocation invocation) {
        return storage.locked(() -> storage.worker(id).enqueue(invocation));
    }

    @Override
    public State state(String key) {
        Text.check(key, "idempotency key");
        return storage.locked(() -> {
            MemoryWorker worker = storage.knownWorker(id);
            return worker == null ? new State.Unknown() : worker.state(key);
        });
    }

    @Override
    public Waiting pending(long bytes) {
        return storage.locked(() -> {
            MemoryWorker worker = storage.knownWorker(id);
            return worker == null ? Waiting.NONE : worker.pending(bytes);
        });
    }

    @Override
    public void sync() {
        storage.locked(() -> true);
    }
}
