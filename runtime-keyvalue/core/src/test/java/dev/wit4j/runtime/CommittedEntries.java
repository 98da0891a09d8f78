package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Storage;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import java.util.ArrayList;
import java.util.List;

/** Keeps all entries that one worker commits to a store, also those that a snapshot trims. */
final class CommittedEntries {
    private final List<Entry> entries = new ArrayList<>();

    /** A store whose commits are kept. */
    Storage over(Storage storage) {
        return Interception.of(Storage.class, storage, call -> {
            Object result = call.proceed();
            return result instanceof Journal journal ? Interception.of(Journal.class, journal, this::keep) : result;
        });
    }

    private Object keep(Interception call) {
        Object result = call.proceed();
        if (call.method().equals("commit")) {
            add((Bytes) call.arguments()[0]);
        }
        return result;
    }

    private synchronized void add(Bytes record) {
        entries.addAll(EntryFormat.decode(record));
    }

    /** The names of their kinds, in their order. */
    synchronized List<String> kinds() {
        return entries.stream().map(entry -> entry.getClass().getSimpleName()).toList();
    }

    /** How many invocations, and calls that leave their store, are open at the snapshot for which it is most. */
    synchronized int mostOpenAtASnapshot() {
        int most = 0;
        int open = 0;
        for (Entry entry : entries) {
            open += entry instanceof Entry.Begun || entry instanceof Entry.Started ? 1 : 0;
            open -= entry instanceof Entry.Answered || entry instanceof Entry.InDoubt ? 1 : 0;
            if (entry instanceof Entry.Completed || entry instanceof Entry.Skipped) {
                open = 0;
            }
            most = entry instanceof Entry.SnapshotTaken ? Math.max(most, open) : most;
        }
        return most;
    }
}
