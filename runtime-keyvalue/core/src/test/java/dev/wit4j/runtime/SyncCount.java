package dev.wit4j.runtime;

import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Storage;

/** Counts what a store was given and not yet asked to make durable. */
final class SyncCount {
    private int unsynced;
    private int syncs;

    /** A store that counts. */
    Storage over(Storage storage) {
        return Interception.of(Storage.class, storage, call -> {
            Object result = call.proceed();
            if (result instanceof Journal journal) {
                return Interception.of(Journal.class, journal, this::count);
            }
            return result instanceof Mailbox mailbox ? Interception.of(Mailbox.class, mailbox, this::count) : result;
        });
    }

    private synchronized Object count(Interception call) {
        Object result = call.proceed();
        if (call.method().equals("commit") || call.method().equals("enqueue")) {
            unsynced++;
        } else if (call.method().equals("sync")) {
            unsynced = 0;
            syncs++;
        }
        return result;
    }

    /** How many commits and invocations there were since the last sync. */
    synchronized int unsynced() {
        return unsynced;
    }

    /** How many syncs there were. */
    synchronized int syncs() {
        return syncs;
    }
}
