package dev.wit4j.runtime;

import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import dev.wit4j.runtime.entry.EntryFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the records of a journal together into invocations, and gives each on as soon as it is whole. */
final class InvocationReader implements Consumer<Journal.Record> {
    private final Supplier<? extends RuntimeException> trimmed;
    private final Consumer<RecordedInvocation> finished;
    private long index;
    private OptionalLong incarnation = OptionalLong.empty();
    private Entry.@Nullable Started started;
    private final List<Recorded> calls = new ArrayList<>();
    private int failedAttempts;

    /**
     * A reader.
     *
     * @param index of the first entry that it should meet
     * @param trimmed what to throw if the journal begins behind its first entry
     * @param finished gets each invocation that has ended
     */
    InvocationReader(long index, Supplier<? extends RuntimeException> trimmed, Consumer<RecordedInvocation> finished) {
        this.index = index;
        this.trimmed = trimmed;
        this.finished = finished;
    }

    @Override
    public void accept(Journal.Record record) {
        List<Entry> entries = EntryFormat.decode(record.entries());
        for (int i = 0; i < entries.size(); i++) {
            boolean last = i == entries.size() - 1;
            accept(entries.get(i), last ? record.outcome() : Outcome.DONE);
            index++;
        }
    }

    /** The index of the next entry. */
    long index() {
        return index;
    }

    /** The incarnation of the worker, if its first entry was met. */
    OptionalLong incarnation() {
        return incarnation;
    }

    /** The invocation that has not ended. */
    Optional<RecordedInvocation> open() {
        return Optional.ofNullable(started)
                .map(start -> new RecordedInvocation(start, calls, failedAttempts, new RecordedInvocation.End.Open()));
    }

    private void accept(Entry entry, Outcome outcome) {
        if (entry instanceof Entry.Created created) {
            incarnation = OptionalLong.of(created.incarnation());
        } else if (index == 0) {
            throw trimmed.get();
        } else if (entry instanceof Entry.Started start) {
            if (started != null) {
                throw damaged("an invocation starts within another");
            }
            started = start;
        } else if (entry instanceof Entry.Completed completed) {
            finish(new RecordedInvocation.End.Completed(index, completed.resultHash()), outcome);
        } else if (entry instanceof Entry.Skipped) {
            finish(new RecordedInvocation.End.Skipped(), outcome);
        } else if (entry instanceof Entry.AttemptFailed) {
            failedAttempts++;
        } else if (entry instanceof Entry.SnapshotTaken) {
            if (started != null) {
                throw damaged("a snapshot within an invocation");
            }
        } else {
            if (started == null) {
                throw damaged("a call outside of an invocation");
            }
            calls.add(new Recorded(index, entry, outcome));
            failedAttempts = 0;
        }
    }

    private void finish(RecordedInvocation.End end, Outcome outcome) {
        Entry.Started start = started;
        if (start == null) {
            throw damaged("an invocation ends that never started");
        }
        if (!outcome.equals(Outcome.DONE)) {
            throw damaged("the invocation '" + start.key() + "' has ended, but its result was not recorded with that: "
                    + outcome);
        }
        RecordedInvocation invocation = new RecordedInvocation(start, calls, failedAttempts, end);
        started = null;
        calls.clear();
        failedAttempts = 0;
        finished.accept(invocation);
    }

    private EntryFormatException damaged(String what) {
        return new EntryFormatException("damaged journal, entry " + index + ": " + what);
    }
}
