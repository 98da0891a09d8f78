package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.DeletedException;
import dev.wit4j.journal.FencedException;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Commits to one journal until it is known what became of it. A commit without an answer is never repeated in the hope that it
 * was not executed: its id is looked up first, and if it is to be given up, a record without effect takes the id, so that the
 * commit can no longer be executed by arriving late.
 */
final class CommitLoop {
    private static final byte[] NOTHING = {};
    private static final byte[] DONE = {'D'};
    private static final byte[] MISMATCH = Redis.bytes("!mismatch");
    private static final Script SETTLE = Script.of("ids", "settle");

    private final Redis redis;
    private final WorkerId worker;
    private final Keys.OfWorker keys;
    private final JournalHead head;
    private final String incarnation;

    /**
     * The commits of one claim.
     *
     * @param incarnation tells the worker from another of the same name
     */
    CommitLoop(Redis redis, WorkerId worker, Keys.OfWorker keys, JournalHead head, String incarnation) {
        this.redis = redis;
        this.worker = worker;
        this.keys = keys;
        this.head = head;
        this.incarnation = incarnation;
    }

    /**
     * Appends a record with its effect, or gives the effect up: then the record says so.
     *
     * @param settled what came of the intent before
     * @param newLength of the journal afterwards, if the effect is done; one more than now if it is not
     * @return the outcome as text, or a word with an exclamation mark: nothing was appended
     * @throws FencedException if somebody else has claimed the worker, or deleted it
     * @throws HistoryLostException if the journal no longer ends where it did
     * @throws StorageException if it cannot be known what became of it
     */
    byte[] commit(Bytes entries, Settled settled, EffectCall effect, long newLength) {
        Attempts attempts = new Attempts(entries, settled);
        byte[] outcome = attempts.make(effect);
        if (outcome == null) {
            outcome = attempts.make(EffectCall.close(OutcomeText.of(attempts.failure())));
        }
        if (outcome == null) {
            throw attempts.failed("can neither be made nor given up");
        }
        return appended(outcome, Arrays.equals(outcome, DONE) ? newLength : head.length() + 1);
    }

    /**
     * Appends a record with its effect, which is not given up: a record without it would say what is not true.
     *
     * @param settled what came of the intent before
     * @return the outcome as text, or a word with an exclamation mark: nothing was appended
     * @throws FencedException if somebody else has claimed the worker, or deleted it
     * @throws HistoryLostException if the journal no longer ends where it did
     * @throws StorageException if it was not made, as far as is known: it may yet be, until the worker is claimed again
     */
    byte[] commitWhole(Bytes entries, Settled settled, EffectCall effect) {
        Attempts attempts = new Attempts(entries, settled);
        byte[] outcome = attempts.make(effect);
        if (outcome == null) {
            throw attempts.failed("cannot be made, and is not given up: the next claim finds out what came of it");
        }
        return appended(outcome, head.length() + 1);
    }

    private byte[] appended(byte[] outcome, long newLength) {
        if (outcome[0] != '!') {
            head.append(newLength);
        }
        return outcome;
    }

    /** The attempts to make one commit. */
    private final class Attempts {
        private final Bytes entries;
        private final Settled settled;

        /** Why the last attempt came to nothing. */
        private @Nullable RuntimeException failure;

        Attempts(Bytes entries, Settled settled) {
            this.entries = entries;
            this.settled = settled;
        }

        /** Why there is no outcome. */
        RuntimeException failure() {
            return Objects.requireNonNull(failure, "there is one, or nothing was attempted");
        }

        /** What to throw when there is none. */
        StorageException failed(String how) {
            return new StorageException(
                    "commit " + head.next() + " of worker " + worker + " " + how + ": "
                            + failure().getMessage(),
                    failure());
        }

        /** Attempts until there is an outcome; null if the time is up, or further attempts are of no use, and there is none. */
        byte @Nullable [] make(EffectCall effect) {
            Patience patience = redis.patience();
            byte[] outcome;
            do {
                outcome = attempt(effect);
                if (outcome == null) {
                    outcome = settle(failure());
                }
            } while (outcome == null && Redis.passes(failure()) && patience.pause());
            return outcome;
        }

        private byte @Nullable [] attempt(EffectCall effect) {
            List<byte[]> all = new ArrayList<>(1 + effect.keys().size());
            all.add(keys.journal());
            if (!settled.isNothing()) {
                all.add(keys.expected());
            }
            all.addAll(effect.keys());
            try {
                byte[] reply = (byte[]) redis.attempt(
                        effect.within(settled.isNothing() ? "commit" : "commit-settling"),
                        all,
                        connection -> arguments(connection, effect));
                if (Arrays.equals(reply, MISMATCH)) {
                    failure =
                            new HistoryLostException(worker, "its journal does not have " + head.length() + " records");
                    return null;
                }
                head.checked();
                return reply;
            } catch (RefusedException | NoReplyException e) {
                redis.notice(e);
                failure = e;
                return null;
            }
        }

        private List<byte[]> arguments(ServerConnection connection, EffectCall effect) {
            List<byte[]> arguments = new ArrayList<>(5 + effect.arguments().size());
            arguments.add(Redis.bytes(Long.toString(head.length())));
            arguments.add(head.isChecked(connection) ? NOTHING : head.last().bytes());
            arguments.add(head.next().bytes());
            arguments.add(entries.toArray());
            if (!settled.isNothing()) {
                arguments.addAll(settled.arguments());
            }
            arguments.addAll(effect.arguments());
            return arguments;
        }
    }

    /**
     * Looks what became of the next commit.
     *
     * @param failure why that is not known
     * @return its outcome; null if it was not executed
     */
    private byte @Nullable [] settle(RuntimeException failure) {
        byte[] reply = (byte[]) redis.run(
                SETTLE,
                List.of(keys.journal(), keys.record()),
                List.of(head.next().bytes(), head.last().bytes(), Redis.bytes(incarnation)));
        if (reply[0] == '=') {
            return Arrays.copyOfRange(reply, 1, reply.length);
        }
        String finding = Redis.text(reply);
        if (finding.equals("!fenced")) {
            throw new FencedException(worker);
        }
        if (finding.equals("!deleted")) {
            throw new DeletedException(worker);
        }
        if (!finding.equals("!absent")) {
            String end = finding.substring("!lost".length());
            throw new HistoryLostException(
                    worker,
                    "record " + head.last() + " was the last, now "
                            + (end.isEmpty() ? "there is none" : "it is" + end));
        }
        if (failure instanceof HistoryLostException lost) {
            throw lost;
        }
        return null;
    }
}
