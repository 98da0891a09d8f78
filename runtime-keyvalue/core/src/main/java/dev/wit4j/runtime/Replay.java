package dev.wit4j.runtime;

import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Storage;
import dev.wit4j.runtime.LiveInstance.Attempt;
import dev.wit4j.runtime.RecordedInvocation.End;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.CallIdentity;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import dev.wit4j.runtime.entry.EntryFormatException;
import dev.wit4j.runtime.entry.Hash;
import dev.wit4j.runtime.entry.SavedState;
import dev.wit4j.runtime.entry.StateFormat;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a worker back: claims it, makes an instance, loads the newest snapshot that can be loaded, and runs what is recorded
 * behind it, during which nothing is written.
 */
final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final SecureRandom INCARNATIONS = new SecureRandom();

    private final WorkerSetup setup;
    private final Journal journal;
    private final Transcript transcript;
    private final LiveInstance instance;
    private long invocations;

    private Replay(WorkerSetup setup, Journal journal, long index) {
        this.setup = setup;
        this.journal = journal;
        this.transcript = new Transcript(journal, index);
        this.instance = new LiveInstance(setup, journal, transcript);
    }

    /**
     * Claims a worker and brings it back.
     *
     * @throws DivergenceTrap if the component does something else than what is recorded
     * @throws SnapshotException if the beginning of the journal is trimmed and no snapshot can be loaded
     */
    static ClaimedWorker claim(WorkerSetup setup, Storage storage) {
        Journal journal = storage.claim(setup.id());
        try {
            return recover(setup, journal);
        } catch (Throwable e) {
            journal.close();
            throw e;
        }
    }

    private static ClaimedWorker recover(WorkerSetup setup, Journal journal) {
        List<SnapshotException> refused = new ArrayList<>();
        for (Journal.Snapshot snapshot : journal.snapshots()) {
            SavedState state;
            Replay replay;
            try {
                state = decode(snapshot);
                replay = loaded(setup, journal, state);
            } catch (SnapshotException e) {
                LOG.warn("worker {}: the snapshot at record {} cannot be loaded", setup.id(), snapshot.sequence(), e);
                refused.add(e);
                continue;
            }
            return replay.closedOnFailure(() -> replay.from(state, snapshot.sequence()));
        }
        Replay replay = new Replay(setup, journal, 0);
        return replay.closedOnFailure(() -> replay.fromStart(refused));
    }

    private static SavedState decode(Journal.Snapshot snapshot) {
        try {
            return StateFormat.decode(snapshot.state());
        } catch (EntryFormatException e) {
            throw new SnapshotException(
                    "the snapshot at record " + snapshot.sequence() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Replay loaded(WorkerSetup setup, Journal journal, SavedState state) {
        Replay replay = new Replay(setup, journal, state.index());
        return replay.closedOnFailure(() -> {
            replay.instance.state().load(state);
            return replay;
        });
    }

    /** What to say when there is nowhere to start from. */
    private static SnapshotException nothingToStartFrom(List<SnapshotException> refused) {
        String trimmed = "the beginning of the journal is trimmed, and none of its " + refused.size()
                + " snapshots can be loaded";
        if (refused.isEmpty()) {
            return new SnapshotException(trimmed);
        }
        SnapshotException newest = refused.get(0);
        SnapshotException all = new SnapshotException(trimmed + "; the newest: " + newest.getMessage(), newest);
        refused.stream().skip(1).forEach(all::addSuppressed);
        return all;
    }

    private <T> T closedOnFailure(Supplier<T> recovery) {
        try {
            return recovery.get();
        } catch (Throwable e) {
            try {
                instance.close();
            } catch (Throwable another) {
                e.addSuppressed(another);
            }
            throw e;
        }
    }

    private ClaimedWorker from(SavedState state, long sequence) {
        InvocationReader reader = new InvocationReader(state.index(), () -> nothingToStartFrom(List.of()), this::run);
        journal.replay(sequence, reader);
        return ready(reader, state.incarnation(), state.index(), OptionalLong.of(sequence));
    }

    private ClaimedWorker fromStart(List<SnapshotException> refused) {
        InvocationReader reader = new InvocationReader(0, () -> nothingToStartFrom(refused), this::run);
        journal.replay(0, reader);
        if (reader.incarnation().isPresent()) {
            return ready(reader, reader.incarnation().getAsLong(), 0, OptionalLong.empty());
        }
        long incarnation = INCARNATIONS.nextLong();
        ClaimedWorker worker = ready(reader, incarnation, 0, OptionalLong.empty());
        transcript.add(new Entry.Created(incarnation));
        return worker;
    }

    private ClaimedWorker ready(InvocationReader reader, long incarnation, long from, OptionalLong snapshot) {
        transcript.continueAt(reader.index());
        instance.context().incarnation(incarnation);
        return new ClaimedWorker(
                setup, journal, transcript, instance, incarnation, from, reader.open(), snapshot, invocations);
    }

    private void run(RecordedInvocation recorded) {
        invocations++;
        if (recorded.end() instanceof End.Completed completed) {
            transcript.replay(recorded.calls(), completed.index());
            Attempt attempt =
                    instance.run(EntryFormat.decodeRequest(recorded.started().request()));
            check(completed, attempt);
        }
    }

    private void check(End.Completed completed, Attempt attempt) {
        if (attempt instanceof Attempt.Failed failed) {
            throw failure(failed.failure());
        }
        if (transcript.peek().isPresent()) {
            throw new DivergenceTrap(
                    setup.id(), transcript.index(), describe(transcript.peek()), "the end of the invocation");
        }
        Answer answer = ((Attempt.Answered) attempt).answer();
        Hash result = Hash.of(EntryFormat.encode(answer));
        if (!result.equals(completed.result())) {
            throw new DivergenceTrap(
                    setup.id(),
                    completed.index(),
                    "an answer of hash " + completed.result(),
                    "another answer, of hash " + result);
        }
    }

    /** What to throw for a failure that is not recorded. */
    private RuntimeException failure(Failure failure) {
        boolean diverged = failure instanceof Failure.Retryable || failure instanceof Failure.Final;
        Throwable cause = diverged
                ? new DivergenceTrap(
                        setup.id(), transcript.index(), describe(transcript.peek()), "failure: " + failure.reason())
                : failure.cause();
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }

    /** What is recorded next, in words. */
    static String describe(Optional<Recorded> next) {
        return next.map(recorded -> describe(recorded.entry())).orElse("the end of the invocation");
    }

    private static String describe(Entry entry) {
        if (entry instanceof Entry.Read read) {
            return describe(read.call());
        }
        if (entry instanceof Entry.Write write) {
            return describe(write.call());
        }
        return entry instanceof Entry.Begun begun ? describe(begun.call()) : "the answer of a call";
    }

    private static String describe(CallIdentity call) {
        return "call of " + call.function();
    }
}
