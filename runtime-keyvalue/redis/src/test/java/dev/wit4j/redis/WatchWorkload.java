package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * A worker that writes to a watched bucket, and one that hears of it now and then, as a host runs them: after a failure both are
 * claimed again and go on, and what was recorded is forwarded. Each change is heard of once, those of a key in their order.
 */
final class WatchWorkload {
    static final WorkerId WRITER = new WorkerId("workload", "writer");
    static final WorkerId WATCHER = new WorkerId("workload", "watcher");

    private static final String BUCKET = "b";
    private static final int MOST_CLAIMS = 20;

    /** How many writes there are between two times that they are heard of. */
    private static final int WRITES_AT_ONCE = 3;

    private static final List<Effect> WRITES = List.of(
            put("k", "1"),
            increment(),
            new Effect.PutAll(BUCKET, List.of(entry("l", "2"), entry("k", "3"))),
            new Effect.Delete(BUCKET, List.of("k", "absent")),
            new Effect.Put(BUCKET, "k", Bytes.utf8("4"), OptionalLong.of(3_600_000)),
            new Effect.CompareAndSwap(BUCKET, "l", Optional.of(Bytes.utf8("2")), Bytes.utf8("5")),
            new Effect.CompareAndSwap(BUCKET, "l", Optional.of(Bytes.utf8("2")), Bytes.utf8("6")),
            increment(),
            new Effect.Put("unwatched", "k", Bytes.utf8("7"), OptionalLong.empty()));

    private static final Map<String, List<String>> HEARD =
            Map.of("k", List.of("1", "3", "removed", "4"), "l", List.of("2", "5"), "n", List.of("1", "2"));

    private final RedisStorage storage;
    private final ChangeForwarder forwarder;

    private WatchWorkload(RedisStorage storage) {
        this.storage = storage;
        this.forwarder = new ChangeForwarder(storage, new TextWatcher(BUCKET, WATCHER));
    }

    private static Effect put(String key, String value) {
        return new Effect.Put(BUCKET, key, Bytes.utf8(value), OptionalLong.empty());
    }

    private static Effect increment() {
        return new Effect.Increment(BUCKET, "n", 1, Effect.Range.UNSIGNED);
    }

    private static Effect.KeyValue entry(String key, String value) {
        return new Effect.KeyValue(key, Bytes.utf8(value));
    }

    /** Runs it to its end, and says what is wrong afterwards. */
    static List<String> run(RedisStorage storage) {
        WatchWorkload workload = new WatchWorkload(storage);
        StorageException last = null;
        for (int claim = 0; claim < MOST_CLAIMS; claim++) {
            try {
                workload.goOn();
                return workload.violations();
            } catch (StorageException e) {
                last = e;
            }
        }
        return List.of("it does not end: " + last);
    }

    private void goOn() {
        endTheTurnOfHostsBefore();
        storage.changes().record(forwarder.buckets());
        Journal writer = storage.claim(WRITER);
        Journal watcher = storage.claim(WATCHER);
        for (int done = written(writer).size(); done < WRITES.size(); done++) {
            if (done % WRITES_AT_ONCE == 0) {
                hear(watcher);
            }
            write(writer, done);
        }
        hear(watcher);
    }

    /** It ends by itself, some seconds after a host was killed. */
    private void endTheTurnOfHostsBefore() {
        byte[] turn = storage.keys().shard(BUCKET, 0).forwarder();
        storage.redis().run(turn, new CommandArguments(Command.DEL).add(turn));
    }

    private void hear(Journal watcher) {
        if (!forwarder.forward()) {
            throw new StorageException("not everything was forwarded");
        }
        for (Invocation call : storage.mailbox(WATCHER).pending()) {
            watcher.commit(call.content(), new Effect.Complete(call.key(), Bytes.EMPTY));
            watcher.sync();
        }
    }

    private static void write(Journal journal, int number) {
        if (journal.commit(Bytes.utf8("write " + number), WRITES.get(number)) instanceof Outcome.Failed failed) {
            throw new StorageException(failed.message());
        }
        journal.sync();
    }

    /** What was given up is in the journal too, and is done again. */
    private static List<String> written(Journal journal) {
        return entries(journal, record -> !(record.outcome() instanceof Outcome.Failed));
    }

    /** What is recorded of the end of a call is its end, whatever comes with it: so it is for every host. */
    private static List<String> heard(Journal journal) {
        return entries(journal, record -> true);
    }

    private static List<String> entries(Journal journal, Predicate<Journal.Record> those) {
        List<String> entries = new ArrayList<>();
        journal.replay(0, record -> {
            if (!record.entries().isEmpty() && those.test(record)) {
                entries.add(record.entries().toUtf8String());
            }
        });
        return entries;
    }

    private List<String> violations() {
        List<String> found = new ArrayList<>();
        Map<String, List<String>> heard = new TreeMap<>();
        for (String change : heard(storage.claim(WATCHER))) {
            String[] keyAndValue = change.split(" ");
            heard.computeIfAbsent(keyAndValue[0], key -> new ArrayList<>()).add(keyAndValue[1]);
        }
        if (!heard.equals(HEARD)) {
            found.add("the watcher has heard " + heard + " instead of " + new TreeMap<>(HEARD));
        }
        if (!storage.mailbox(WATCHER).pending().isEmpty()) {
            found.add("something still waits for the watcher");
        }
        byte[] changes = storage.keys().shard(BUCKET, 0).changes();
        if (!StreamPage.first(storage.redis(), changes).entries().isEmpty()) {
            found.add("something was not forwarded");
        }
        return found;
    }
}
