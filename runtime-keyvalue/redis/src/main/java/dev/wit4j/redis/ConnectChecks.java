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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** What is looked at when a store is connected, so that what would break a guarantee is said before anything relies on it. */
final class ConnectChecks {
    private static final Logger LOG = LoggerFactory.getLogger(RedisStorage.class);
    private static final int OLDEST_MAJOR = 6;
    private static final int OLDEST_MINOR = 2;

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
                redis.topology().masters().stream().map(this::check).toList();
        tryScripts();
        return guarantees;
    }

    private String check(Server server) {
        Map<String, String> info = info(server);
        String version = info.getOrDefault("redis_version", "");
        if (!isSupported(version)) {
            throw new StorageException(
                    "Redis at " + server.address() + " is version " + version + ": use 6.2 or later");
        }
        String policy = info.getOrDefault("maxmemory_policy", "");
        if (!policy.equals("noeviction")) {
            throw new StorageException("Redis at " + server.address() + " evicts keys (maxmemory-policy " + policy
                    + "), so it cannot keep journals: set maxmemory-policy to noeviction");
        }
        if (!redis.topology().slotsAreApart()
                && info.getOrDefault("cluster_enabled", "0").equals("1")) {
            throw new StorageException("Redis at " + server.address()
                    + " is a node of a cluster: connect with redis-cluster:// instead of redis://");
        }
        String guarantee = guarantee(server, info);
        LOG.info("Redis {} at {}: {}", version, server.address(), guarantee);
        return guarantee;
    }

    private static boolean isSupported(String version) {
        String[] numbers = version.split("\\.");
        if (numbers.length < 2) {
            return false;
        }
        int major = Integer.parseInt(numbers[0]);
        return major > OLDEST_MAJOR || major == OLDEST_MAJOR && Integer.parseInt(numbers[1]) >= OLDEST_MINOR;
    }

    private String guarantee(Server server, Map<String, String> info) {
        if (!info.getOrDefault("aof_enabled", "0").equals("1")) {
            LOG.warn(
                    "Redis at {} does not log what it writes (appendonly no): when it stops, it loses everything since its last"
                            + " dump, replies that were given included; set appendonly yes and appendfsync always",
                    server.address());
            return "exactly once until the server stops";
        }
        String fsync = setting(server, "appendfsync");
        String whileRewriting = setting(server, "no-appendfsync-on-rewrite");
        if (!fsync.equals("always") || !whileRewriting.equals("no")) {
            LOG.warn(
                    "Redis at {} has appendfsync {} and no-appendfsync-on-rewrite {}: a loss of power can take the last writes with"
                            + " it; set appendfsync always and no-appendfsync-on-rewrite no",
                    server.address(),
                    fsync,
                    whileRewriting);
            return "exactly once until the power fails";
        }
        return "exactly once, without failover";
    }

    private static String setting(Server server, String name) {
        try {
            List<?> reply = (List<?>) server.exchange(connection -> connection.executeCommand(
                    new CommandArguments(Command.CONFIG).add("GET").add(name)));
            return reply.size() < 2 ? "unknown" : Redis.text(reply.get(1));
        } catch (RefusedException e) {
            return "unknown (CONFIG GET is not allowed)";
        }
    }

    /** What the server says of itself; one that is loading its data is waited for, one that does not answer is not. */
    private Map<String, String> info(Server server) {
        Patience patience = redis.patience();
        while (true) {
            try {
                return parse(Redis.text(server.exchange(connection -> connection.executeCommand(Command.INFO))));
            } catch (RefusedException e) {
                if (!Redis.passes(e) || !patience.pause()) {
                    throw new StorageException("Redis at " + server.address() + " refuses: " + e.getMessage(), e);
                }
            } catch (NoReplyException e) {
                throw new StorageException("Redis at " + server.address() + " cannot be reached: " + e.getMessage(), e);
            }
        }
    }

    private static Map<String, String> parse(String info) {
        return info.lines()
                .filter(line -> line.indexOf(':') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (first, second) -> first));
    }

    /** Runs every script on keys of its own: a user that lacks a permission is noticed before a script breaks off half done. */
    private void tryScripts() {
        RedisOptions scratch = options.withNamespace(options.namespace() + ":check-" + UUID.randomUUID());
        RedisStorage storage = RedisStorage.unchecked(redis, scratch);
        WorkerId worker = new WorkerId("check", "check");
        try {
            storage.changes().record(Set.of("watched"));
            Journal journal = storage.claim(worker);
            storage.mailbox(worker).enqueue(new Invocation("key", Bytes.EMPTY));
            for (Effect effect : everyEffect(worker)) {
                if (journal.commit(Bytes.EMPTY, effect) instanceof Outcome.Failed failed) {
                    throw new StorageException(failed.message());
                }
            }
            storage.buckets().apply(new Effect.Put("check", "key", Bytes.EMPTY, OptionalLong.empty()));
            storage.buckets().exists("check", "key");
            storage.buckets().keys("check", OptionalLong.empty(), 1);
            storage.buckets().apply(new Effect.Delete("check", List.of("key", "counter")));
            storage.buckets().apply(new Effect.Delete("watched", List.of("key")));
        } catch (StorageException e) {
            throw new StorageException(
                    "Redis does not let this user run what the store needs on keys that begin with "
                            + options.namespace() + ": " + e.getMessage(),
                    e);
        } finally {
            storage.workers().delete(worker);
            removeScratch(scratch, worker);
        }
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
                new Effect.Snapshot(Bytes.EMPTY, 1));
    }

    private void removeScratch(RedisOptions scratch, WorkerId worker) {
        Keys keys = new Keys(scratch.namespace(), scratch.shards());
        List<byte[]> left =
                new ArrayList<>(List.of(keys.of(worker).record(), keys.workers(), keys.dueRegisters(), keys.watched()));
        for (int shard = 0; shard < keys.shards(); shard++) {
            left.add(keys.shard("check", shard).registers());
            left.add(keys.shard("watched", shard).registers());
            left.add(keys.shard("watched", shard).changes());
        }
        for (byte[] key : left) {
            redis.run(key, new CommandArguments(Command.DEL).add(key));
        }
    }
}
