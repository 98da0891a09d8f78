package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.memory.MemoryStorage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;

/**
 * A sequence of steps of several workers, the same for the same seed, whatever store they are taken on. Each step is one commit
 * or one invocation that is enqueued.
 */
final class Script {
    private static final String BUCKET = "bucket";
    private static final int WORKERS = 4;
    private static final int KEYS = 12;

    private final List<Step> steps = new ArrayList<>();

    /** A step. */
    private interface Step {
        void take(Session session);
    }

    Script(long seed, int length) {
        var random = new Random(seed);
        for (int i = 0; i < length; i++) {
            steps.add(step(i, random));
        }
    }

    int length() {
        return steps.size();
    }

    /** Somebody who takes steps on a store, and claims what it needs. */
    static final class Session {
        private final Storage storage;
        private final Map<WorkerId, Journal> claims = new HashMap<>();
        private final Map<WorkerId, Mailbox> mailboxes = new HashMap<>();

        Session(Storage storage) {
            this.storage = storage;
        }

        Journal journal(WorkerId worker) {
            return claims.computeIfAbsent(worker, storage::claim);
        }

        Mailbox mailbox(WorkerId worker) {
            return mailboxes.computeIfAbsent(worker, storage::mailbox);
        }

        void delete(WorkerId worker) {
            Journal claim = claims.remove(worker);
            if (claim != null) {
                claim.close();
            }
            storage.workers().delete(worker);
        }

        /** Gives all claims up. */
        void forget() {
            claims.values().forEach(Journal::close);
            claims.clear();
        }

        /** Returns when all that was done here is durable. */
        void sync() {
            claims.values().forEach(Journal::sync);
            mailboxes.values().forEach(Mailbox::sync);
        }
    }

    /** Takes step {@code index}. */
    void take(int index, Session session) {
        steps.get(index).take(session);
    }

    /** What the model holds after each number of steps. */
    List<String> model() {
        var storage = new MemoryStorage();
        var session = new Session(storage);
        List<String> dumps = new ArrayList<>(List.of(dump(storage)));
        for (Step step : steps) {
            step.take(session);
            dumps.add(dump(storage));
            session.forget();
        }
        return dumps;
    }

    /** What the store holds, as text that is equal where that is: without epochs, and without workers that did nothing. */
    static String dump(Storage storage) {
        var text = new StringBuilder();
        for (String key : new TreeSet<>(storage.buckets()
                .keys(BUCKET, OptionalLong.empty(), Integer.MAX_VALUE)
                .keys())) {
            text.append(key)
                    .append('=')
                    .append(digest(storage.buckets().get(BUCKET, key).orElseThrow()))
                    .append('\n');
        }
        for (int i = 0; i < WORKERS; i++) {
            WorkerId worker = worker(i);
            text.append(worker).append('\n');
            try (Journal journal = storage.claim(worker)) {
                journal.replay(
                        0,
                        record -> text.append(
                                record.entries().isEmpty()
                                        ? ""
                                        : "  " + record.sequence() + " " + digest(record.entries()) + " "
                                                + record.outcome() + "\n"));
                journal.snapshots()
                        .forEach(snapshot ->
                                text.append("  snapshot ").append(snapshot).append('\n'));
            }
            Mailbox mailbox = storage.mailbox(worker);
            mailbox.pending()
                    .forEach(each -> text.append("  waits ").append(each).append('\n'));
            for (int key = 0; key < KEYS; key++) {
                text.append("  ").append(mailbox.state("call-" + key)).append('\n');
            }
        }
        return text.toString();
    }

    private static String digest(Bytes bytes) {
        return bytes.size() + ":" + bytes.hashCode();
    }

    private static WorkerId worker(int number) {
        return new WorkerId("component", "worker-" + number);
    }

    private static Step step(int index, Random random) {
        WorkerId worker = worker(random.nextInt(WORKERS));
        WorkerId other = worker(random.nextInt(WORKERS));
        String key = "key-" + random.nextInt(KEYS);
        Bytes value = value(index, random);
        Bytes entries = Bytes.utf8("step " + index + " " + "e".repeat(random.nextInt(200)));
        Invocation call = new Invocation("call-" + random.nextInt(KEYS), Bytes.utf8("content " + random.nextInt(3)));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> commit(worker, entries, new Effect.Increment(BUCKET, "n", 1, Effect.Range.UNSIGNED));
            case 3, 4 -> commit(worker, entries, new Effect.Put(BUCKET, key, value, OptionalLong.empty()));
            case 5 -> commit(worker, entries, new Effect.Delete(BUCKET, List.of(key, "key-1")));
            case 6 ->
                session -> {
                    Optional<Bytes> present = session.storage.buckets().get(BUCKET, key);
                    commit(worker, entries, new Effect.CompareAndSwap(BUCKET, key, present, value))
                            .take(session);
                };
            case 7 -> commit(worker, entries, new Effect.Enqueue(other, call));
            case 8 -> session -> session.mailbox(worker).enqueue(call);
            case 9 ->
                session -> {
                    List<Invocation> pending = session.mailbox(worker).pending();
                    Effect effect = pending.isEmpty()
                            ? Effect.NONE
                            : new Effect.Complete(
                                    pending.get(0).key(),
                                    Bytes.utf8("result of step " + index),
                                    index % 2 == 0 ? OptionalLong.empty() : OptionalLong.of(0));
                    commit(worker, entries, effect).take(session);
                };
            case 10 ->
                session -> {
                    long sequence = session.journal(worker).sequence();
                    commit(worker, entries, new Effect.Snapshot(Bytes.utf8("state " + index), sequence - 2))
                            .take(session);
                };
            default ->
                index % 3 == 0
                        ? session -> session.delete(worker)
                        : commit(
                                worker,
                                entries,
                                new Effect.PutAll(
                                        BUCKET,
                                        List.of(
                                                new Effect.KeyValue(key, value),
                                                new Effect.KeyValue("all-" + index % 5, entries))));
        };
    }

    private static Bytes value(int index, Random random) {
        byte[] bytes = new byte[random.nextInt(20) == 0 ? 70_000 : random.nextInt(300)];
        new Random(index).nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    private static Step commit(WorkerId worker, Bytes entries, Effect effect) {
        return session -> session.journal(worker).commit(entries, effect);
    }
}
