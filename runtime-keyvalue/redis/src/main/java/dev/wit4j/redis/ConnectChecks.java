package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.UnavailableException;
import dev.wit4j.journal.WorkerId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** What is looked at when a store is connected, so that what would break a guarantee is said before anything relies on it. */
final class ConnectChecks {
    private static final WorkerId WORKER = new WorkerId("check", "check");
    private static final long SCRATCH_STAYS_MILLIS = 60_000;
    private static final Logger LOG = LoggerFactory.getLogger(RedisStorage.class);

    private final Redis redis;
    private final RedisOptions options;

    ConnectChecks(Redis redis, RedisOptions options) {
        this.redis = redis;
        this.options = options;
    }

    /**
     * Looks at all of it.
     *
     * @return what each master guarantees, in words
     * @throws StorageException if the servers cannot be used; the message says why, and what to do
     */
    List<String> run() {
        List<String> guarantees =
                redis.topology().masters().stream().map(this::guarantee).toList();
        tryScripts();
        return guarantees;
    }

    /** One that refuses for a while is waited for, one that does not answer is not. */
    private String guarantee(Server server) {
        Patience patience = redis.patience();
        while (true) {
            try {
                server.look();
                return server.guarantee();
            } catch (RefusedException e) {
                if (!Redis.passes(e) || !patience.pause()) {
                    throw new StorageException("Redis at " + server.address() + " refuses: " + e.getMessage(), e);
                }
            } catch (NoReplyException e) {
                throw new StorageException("Redis at " + server.address() + " cannot be reached: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Runs every script on keys of its own: a user that lacks a permission is noticed before a script breaks off half done. A full
     * server runs hardly any; but who makes room there has to connect.
     */
    private void tryScripts() {
        String namespace = options.namespace() + ":check-" + UUID.randomUUID();
        RedisStorage scratch =
                RedisStorage.unchecked(redis, options.withNamespace(namespace).withShards(1));
        try {
            tryScripts(scratch);
            remove(scratch.keys());
        } catch (StorageException e) {
            StorageException said = explained(e);
            try {
                expire(scratch.keys());
            } catch (StorageException alsoRefused) {
                said.addSuppressed(alsoRefused);
            }
            if (!isForWantOfMemory(e)) {
                throw said;
            }
            LOG.warn(
                    "Redis is full ({}): until there is room it takes no calls, but what it holds can be deleted. Whether its"
                            + " user lacks a permission was not tried",
                    e.getMessage());
        }
    }

    private static boolean isForWantOfMemory(StorageException e) {
        String code = e.getCause() instanceof RefusedException refused
                ? refused.code()
                : RefusedException.code(String.valueOf(e.getMessage()));
        return code.equals("OOM");
    }

    private StorageException explained(StorageException refused) {
        return refused instanceof UnavailableException
                ? refused
                : new StorageException(
                        "Redis does not let this user run what the store needs on keys that begin with "
                                + options.namespace() + ": " + refused.getMessage(),
                        refused);
    }

    private static void tryScripts(RedisStorage storage) {
        storage.changes().record(Set.of("watched"));
        Journal journal = storage.claim(WORKER);
        storage.mailbox(WORKER).enqueue(new Invocation("key", Bytes.EMPTY));
        storage.mailbox(WORKER).pending();
        for (Effect effect : everyEffect(WORKER)) {
            if (journal.commit(Bytes.EMPTY, effect) instanceof Outcome.Failed failed) {
                throw new StorageException(failed.message());
            }
        }
        storage.buckets().apply(new Effect.Put("check", "key", Bytes.EMPTY, OptionalLong.empty()));
        storage.buckets().exists("check", "key");
        storage.buckets().getAll("check", List.of("key"), 0);
        storage.buckets().keys("check", OptionalLong.empty(), 1);
        storage.buckets().apply(new Effect.Delete("check", List.of("key", "counter")));
        storage.buckets().apply(new Effect.Delete("watched", List.of("key")));
        storage.workers().delete(WORKER);
    }

    private static List<Effect> everyEffect(WorkerId worker) {
        return List.of(
                Effect.NONE,
                new Effect.Put("check", "key", Bytes.EMPTY, OptionalLong.empty()),
                new Effect.Put("check", "key", Bytes.EMPTY, OptionalLong.of(60_000)),
                new Effect.PutAll("check", List.of(new Effect.KeyValue("key", Bytes.EMPTY))),
                new Effect.Increment("check", "counter", 1, Effect.Range.UNSIGNED),
                new Effect.CompareAndSwap("check", "key", Optional.of(Bytes.EMPTY), Bytes.EMPTY),
                new Effect.CompareAndSwap(
                        "check", "key", Optional.of(Bytes.EMPTY), Bytes.EMPTY, OptionalLong.of(60_000)),
                new Effect.Delete("check", List.of("key")),
                new Effect.Put("watched", "key", Bytes.EMPTY, OptionalLong.empty()),
                new Effect.Enqueue(worker, new Invocation("other", Bytes.EMPTY)),
                new Effect.Complete("key", Bytes.EMPTY),
                new Effect.Complete("other", Bytes.EMPTY, OptionalLong.of(60_000)),
                new Effect.Snapshot(Bytes.EMPTY, 1));
    }

    private void remove(Keys scratch) {
        Stream.concat(
                        Stream.of(
                                scratch.of(WORKER).record(),
                                scratch.workers(),
                                scratch.dueRegisters(),
                                scratch.shard("watched", 0).changes()),
                        Stream.of("check", "watched")
                                .map(bucket -> scratch.shard(bucket, 0).registers()))
                .forEach(key -> redis.run(key, new CommandArguments(Command.DEL).add(key)));
    }

    /** Of what cannot be removed nothing stays for ever. */
    private void expire(Keys scratch) {
        Keys.OfWorker worker = scratch.of(WORKER);
        Stream<byte[]> ofWorker = Stream.of(
                worker.record(),
                worker.journal(),
                worker.invocations(),
                worker.queue(),
                worker.snapshots(),
                worker.deadlines(),
                worker.expected(),
                worker.registers(),
                scratch.workers(),
                scratch.dueRegisters());
        Stream<byte[]> ofShards = Stream.of("check", "watched")
                .map(bucket -> scratch.shard(bucket, 0))
                .flatMap(shard -> Stream.of(
                        shard.values(), shard.order(), shard.deadlines(), shard.registers(), shard.changes()));
        Stream.concat(ofWorker, ofShards)
                .forEach(key -> redis.run(
                        key, new CommandArguments(Command.PEXPIRE).add(key).add(SCRATCH_STAYS_MILLIS)));
    }
}
