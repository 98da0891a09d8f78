package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.runtime.LiveInstance.Attempt;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import dev.wit4j.runtime.entry.EntryFormatException;
import dev.wit4j.runtime.entry.Hash;
import dev.wit4j.runtime.entry.SavedState;
import dev.wit4j.runtime.entry.StateFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A worker in the hands of this host: its journal, and an instance whose memory is what the journal says. Used by one thread at
 * a time. After a failure of any kind it is closed, and the next one recovers from what is recorded.
 */
final class ClaimedWorker implements AutoCloseable {
    private final WorkerSetup setup;
    private final Journal journal;
    private final Transcript transcript;
    private final LiveInstance instance;
    private final long incarnation;
    private final long recordedUpTo;
    private final JournalLength length;
    private Optional<RecordedInvocation> open;
    private OptionalLong lastSnapshot;
    private long invocationsSinceSnapshot;

    /**
     * A claimed worker.
     *
     * @param from the index of the first entry that bringing it back began with
     */
    ClaimedWorker(
            WorkerSetup setup,
            Journal journal,
            Transcript transcript,
            LiveInstance instance,
            long incarnation,
            long from,
            Optional<RecordedInvocation> open,
            OptionalLong lastSnapshot,
            long invocationsSinceSnapshot) {
        this.setup = setup;
        this.journal = journal;
        this.transcript = transcript;
        this.instance = instance;
        this.incarnation = incarnation;
        this.recordedUpTo = transcript.index();
        this.length = new JournalLength(setup.id(), from);
        this.open = open;
        this.lastSnapshot = lastSnapshot;
        this.invocationsSinceSnapshot = invocationsSinceSnapshot;
    }

    /** The invocation that began and has not ended: it has to go on before any other. */
    Optional<Invocation> open() {
        return open.map(recorded ->
                new Invocation(recorded.started().key(), recorded.started().request()));
    }

    /**
     * How many attempts of the open invocation failed since one last got further: recorded calls that those before it had not come
     * to. Both what is recorded and the attempt that is being made count.
     */
    int failedAttempts() {
        return transcript.index() > recordedUpTo
                ? 0
                : open.map(RecordedInvocation::failedAttempts).orElse(0);
    }

    /** Whether {@link #snapshot} may succeed. */
    boolean canBeSaved() {
        return open.isEmpty() && instance.state().hindrance().isEmpty();
    }

    /** How many invocations there have been since the last snapshot. */
    long invocationsSinceSnapshot() {
        return invocationsSinceSnapshot;
    }

    /** Runs the open invocation on from where it was, or a new one from its beginning. */
    Attempt run(Invocation invocation) {
        if (open.isPresent()) {
            transcript.resume(open.get().calls());
        } else {
            transcript.add(new Entry.Started(invocation.key(), invocation.content()));
        }
        Attempt attempt = instance.run(EntryFormat.decodeRequest(invocation.content()));
        if (attempt instanceof Attempt.Answered && !transcript.live()) {
            return new Attempt.Failed(new Failure.Stop(new DivergenceTrap(
                    setup.id(), transcript.index(), Replay.describe(transcript.peek()), "the end of the invocation")));
        }
        return attempt;
    }

    /** Records an answer, and returns when it may be given. */
    void complete(Invocation invocation, Answer answer, ResultRetention retention) {
        Bytes result = EntryFormat.encode(answer);
        ended(
                invocation.key(),
                transcript.commit(new Entry.Completed(Hash.of(result)), end(invocation, result, retention)));
        transcript.sync();
        open = Optional.empty();
        invocationsSinceSnapshot++;
        length.reached(transcript.index());
    }

    /** Records that an invocation is given up; the instance is of no use any more. */
    Answer giveUp(Invocation invocation, String reason, ResultRetention retention) {
        Answer answer = new Answer.Failed(reason);
        ended(
                invocation.key(),
                transcript.commit(new Entry.Skipped(reason), end(invocation, EntryFormat.encode(answer), retention)));
        transcript.sync();
        return answer;
    }

    /**
     * Records that an invocation is not made: one that waits, while no other runs. It leaves no entry, since replay never met it.
     */
    Answer cancel(String key, String reason) {
        Answer answer = new Answer.Failed(reason);
        ended(key, transcript.commit(new Effect.Complete(key, EntryFormat.encode(answer))));
        transcript.sync();
        return answer;
    }

    /** Nobody is answered before the invocation is out of the mailbox: from there it would be made again. */
    private void ended(String key, Outcome outcome) {
        if (!outcome.equals(Outcome.DONE)) {
            throw new EntryFormatException(
                    "worker " + setup.id() + ": the store has recorded the end of the invocation '" + key
                            + "', but not its result: " + outcome);
        }
    }

    /**
     * The effect by which an invocation ends. A worker that called asks for the answer until that is in its own journal, however
     * long it is away.
     */
    private static Effect end(Invocation invocation, Bytes result, ResultRetention retention) {
        return retention instanceof ResultRetention.AtLeast kept
                        && EntryFormat.decodeRequest(invocation.content())
                                .callers()
                                .isEmpty()
                ? new Effect.Complete(
                        invocation.key(), result, OptionalLong.of(kept.time().toMillis()))
                : new Effect.Complete(invocation.key(), result);
    }

    /** The invocation that runs can call nothing any more, and its thread is interrupted. Any thread may call it. */
    void interrupt(WorkerStoppedException reason) {
        instance.context().guard().interrupt(reason);
    }

    /** Records that an attempt failed; the instance is of no use any more. */
    void attemptFailed(String reason) {
        transcript.commit(new Entry.AttemptFailed(reason), Effect.NONE);
    }

    /**
     * Saves the state, after another instance has loaded it and saved the same. What is recorded before the snapshot that this one
     * follows is no longer needed.
     *
     * @throws SnapshotException if it cannot be saved, or the store gave that up; the worker can go on
     */
    void snapshot() {
        if (open.isPresent()) {
            throw new SnapshotException("worker " + setup.id() + " cannot be saved: the invocation with the key '"
                    + open.get().started().key() + "' is open, and what it did would be forgotten");
        }
        SavedState state = instance.state().save(transcript.index() + 1, incarnation);
        verify(state);
        Outcome outcome = transcript.commit(
                new Entry.SnapshotTaken(), new Effect.Snapshot(StateFormat.encode(state), lastSnapshot.orElse(0)));
        if (!outcome.equals(Outcome.DONE)) {
            throw new SnapshotException("worker " + setup.id()
                    + " is not saved, nor is its journal trimmed: the store has not taken its state: " + outcome);
        }
        lastSnapshot = OptionalLong.of(journal.sequence());
        invocationsSinceSnapshot = 0;
        length.startsAt(transcript.index());
    }

    private void verify(SavedState state) {
        try (LiveInstance another = new LiveInstance(setup, journal, new Transcript(journal, 0))) {
            another.state().load(state);
            SavedState again = another.state().save(state.index(), incarnation);
            state.lostIn(again).ifPresent(what -> {
                throw new SnapshotException(
                        "worker " + setup.id() + " is not saved: its state was loaded into another"
                                + " instance, and what that one saved is not the same. " + what
                                + ". Either load leaves out what"
                                + " save wrote, or save writes the same state in different ways: in the order of a HashMap, say");
            });
        }
    }

    /** Gives the claim and the instance up. */
    @Override
    public void close() {
        try {
            instance.close();
        } finally {
            journal.close();
        }
    }
}
