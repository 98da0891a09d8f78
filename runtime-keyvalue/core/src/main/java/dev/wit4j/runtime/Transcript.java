package dev.wit4j.runtime;

import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an invocation did and does: first the entries that are recorded of it, then new ones. New entries that change nothing
 * are kept back and travel with the next commit, so that whatever leaves the worker follows all that it rests on.
 */
final class Transcript {
    /** How many entries, and how many bytes of answers, are kept back at most. */
    private static final int MOST_PENDING_ENTRIES = 128;

    private static final long MOST_PENDING_BYTES = 1 << 20;

    private final Journal journal;
    private final Deque<Recorded> recorded = new ArrayDeque<>();
    private final List<Entry> pending = new ArrayList<>();
    private long pendingBytes;
    private long next;
    private OptionalLong end = OptionalLong.empty();

    /**
     * The transcript of a journal.
     *
     * @param next the index of the next new entry
     */
    Transcript(Journal journal, long next) {
        this.journal = journal;
        this.next = next;
    }

    /** What an unfinished invocation did comes first from now on; what it does then is new. */
    void resume(List<Recorded> calls) {
        recorded.clear();
        recorded.addAll(calls);
        end = OptionalLong.empty();
    }

    /** What a finished invocation did is all that there is from now on. */
    void replay(List<Recorded> calls, long endIndex) {
        recorded.clear();
        recorded.addAll(calls);
        end = OptionalLong.of(endIndex);
    }

    /** New entries go on from {@code index}. */
    void continueAt(long index) {
        end = OptionalLong.empty();
        next = index;
    }

    /** Whether what comes is new. */
    boolean live() {
        return recorded.isEmpty() && end.isEmpty();
    }

    /** What is recorded next, if there is more. */
    Optional<Recorded> peek() {
        return Optional.ofNullable(recorded.peek());
    }

    /** Takes what is recorded next; empty at the end of a finished invocation. */
    Optional<Recorded> take() {
        return Optional.ofNullable(recorded.poll());
    }

    /** The index of the next entry, recorded or new. */
    long index() {
        Recorded first = recorded.peek();
        return first != null ? first.index() : end.orElse(next);
    }

    /** Adds an entry that changes nothing; it is committed with the next one that does. */
    void add(Entry entry) {
        pending.add(entry);
        next++;
        pendingBytes += size(entry);
        if (pending.size() >= MOST_PENDING_ENTRIES || pendingBytes >= MOST_PENDING_BYTES) {
            commit(Effect.NONE);
        }
    }

    /** Commits what was kept back, if there is anything. */
    void flush() {
        if (!pending.isEmpty()) {
            commit(Effect.NONE);
        }
    }

    /** Commits what was kept back and, last, {@code entry} with {@code effect}, as one step. */
    Outcome commit(Entry entry, Effect effect) {
        pending.add(entry);
        next++;
        return commit(effect);
    }

    /** Commits an effect that is no call's, with what was kept back. */
    Outcome commit(Effect effect) {
        Outcome outcome = journal.commit(EntryFormat.encode(pending), effect);
        pending.clear();
        pendingBytes = 0;
        return outcome;
    }

    /** Returns when all that was committed and read is durable. */
    void sync() {
        journal.sync();
    }

    private static long size(Entry entry) {
        if (entry instanceof Entry.Started started) {
            return started.request().size();
        }
        if (entry instanceof Entry.Read read) {
            return size(read.answer());
        }
        return entry instanceof Entry.Answered answered ? size(answered.answer()) : 0;
    }

    private static long size(Answer answer) {
        if (answer instanceof Answer.Ok ok) {
            return ok.value().size();
        }
        return answer instanceof Answer.Err err ? err.value().size() : 0;
    }
}
