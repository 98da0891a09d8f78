package dev.wit4j.redis;

import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.journal.Workers;
import java.net.URI;
import java.util.List;

/**
 * A store on Redis. What it guarantees depends on the persistence of the servers: {@code docs/redis.md} has the table, and
 * connecting logs which row of it holds.
 */
public final class RedisStorage implements Storage {
    private static final Script CLAIM = Script.of("ids", "claim");
    private static final byte[] YES = {'1'};
    private static final byte[] NO = {'0'};

    private final Redis redis;
    private final Keys keys;
    private final Durability durability;
    private final RedisBuckets buckets;
    private final RedisWorkers workers;

    private RedisStorage(Redis redis, RedisOptions options) {
        this.redis = redis;
        this.keys = new Keys(options.namespace(), options.shards());
        this.durability = new Durability(redis, options);
        this.buckets = new RedisBuckets(redis, keys, durability);
        this.workers = new RedisWorkers(redis, keys);
    }

    /**
     * Connects, and checks that the servers can be used as a store.
     *
     * @param uri {@code redis://[user:password@]host[:port][/database]}, {@code rediss} for TLS
     * @throws IllegalArgumentException if the URI is none; the message says what is wrong with it
     * @throws StorageException if the servers cannot be reached or used; the message says why, and what to do
     */
    public static RedisStorage connect(URI uri, RedisOptions options) {
        Redis redis = new Redis(Topologies.of(RedisAddress.parse(uri), options), options.retryFor());
        try {
            new ConnectChecks(redis, options).run();
            return new RedisStorage(redis, options);
        } catch (RuntimeException e) {
            redis.topology().close();
            throw e;
        }
    }

    /** A store over servers that have been checked. */
    static RedisStorage unchecked(Redis redis, RedisOptions options) {
        return new RedisStorage(redis, options);
    }

    @Override
    public Journal claim(WorkerId worker) {
        Epoch epoch = new Epoch();
        String reply = claim(worker, epoch, NO);
        if (reply.equals("!new")) {
            reply = workers.making(worker, () -> claim(worker, epoch, YES));
        }
        if (reply.equals("!lost")) {
            throw new HistoryLostException(
                    worker, "its journal is gone; delete the worker to begin anew, or restore Redis from a backup");
        }
        String[] lengthAndSequence = reply.split(" ");
        RecordId last = new RecordId(epoch.value(), Long.parseLong(lengthAndSequence[1]));
        return new RedisJournal(this, worker, new JournalHead(last, Long.parseLong(lengthAndSequence[0])));
    }

    /** A claim whose answer was lost stays in the journal as that of an owner who does nothing. */
    private String claim(WorkerId worker, Epoch epoch, byte[] make) {
        Keys.OfWorker all = keys.of(worker);
        while (true) {
            String reply = Redis.text(redis.run(CLAIM, List.of(all.journal(), all.record()), () -> {
                epoch.raise();
                return List.of(Redis.bytes(Long.toString(epoch.value())), Redis.bytes("wit4j"), make);
            }));
            if (!reply.startsWith("!epoch ")) {
                return reply;
            }
            epoch.raiseAbove(Long.parseLong(reply.substring("!epoch ".length())));
        }
    }

    @Override
    public Mailbox mailbox(WorkerId worker) {
        return new RedisMailbox(this, worker);
    }

    @Override
    public Workers workers() {
        return workers;
    }

    @Override
    public Buckets buckets() {
        return buckets;
    }

    @Override
    public void close() {
        redis.topology().close();
    }

    Redis redis() {
        return redis;
    }

    Keys keys() {
        return keys;
    }

    Durability durability() {
        return durability;
    }

    RedisWorkers registry() {
        return workers;
    }
}
