package dev.wit4j.redis;

import dev.wit4j.journal.BucketWatcher;
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
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

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
    private final RedisChanges changes;

    private RedisStorage(Redis redis, RedisOptions options) {
        this.redis = redis;
        this.keys = new Keys(options.namespace(), redis.topology().slotsAreApart() ? options.shards() : 1);
        this.durability = new Durability(redis, options);
        this.workers = new RedisWorkers(redis, keys, this::claimed);
        this.changes = new RedisChanges(this);
        this.buckets = new RedisBuckets(redis, keys, durability, changes);
    }

    /**
     * Connects, and checks that the servers can be used as a store.
     *
     * @param uri {@code redis://[user:password@]host[:port][/database]}; {@code rediss} for TLS; {@code redis-cluster} and
     *     {@code redis-sentinel} for several {@code host:port} with commas between them, the latter with {@code ?master=name};
     *     behind the question mark also options, as {@code docs/redis.md} lists them
     * @param options what the URI does not say
     * @throws IllegalArgumentException if the URI is none; the message says what is wrong with it
     * @throws StorageException if the servers cannot be reached or used; the message says why, and what to do
     */
    public static RedisStorage connect(URI uri, RedisOptions options) {
        RedisOptions all = NamedOptions.of(uri, options);
        Redis redis = new Redis(Topologies.of(RedisAddress.parse(uri), all), all.retries());
        try {
            new ConnectChecks(redis, all).run();
            RedisStorage storage = new RedisStorage(redis, all);
            storage.checkShards();
            storage.registry().forgetRegisters();
            return storage;
        } catch (RuntimeException e) {
            redis.topology().close();
            throw e;
        }
    }

    /** A store over servers that have been checked. */
    static RedisStorage unchecked(Redis redis, RedisOptions options) {
        return new RedisStorage(redis, options);
    }

    /**
     * The shards of a bucket are where its keys are: another number of them would look elsewhere. Where it is known it is only
     * read, as a full server refuses even a write that would change nothing.
     */
    private void checkShards() {
        byte[] settings = keys.settings();
        CommandArguments read = new CommandArguments(Command.HGET).add(settings).add("shards");
        byte[] known = redis.find(settings, read);
        if (known == null) {
            redis.run(
                    settings,
                    new CommandArguments(Command.HSETNX)
                            .add(settings)
                            .add("shards")
                            .add(keys.shards()));
            known = (byte[]) redis.run(settings, read);
        }
        String shards = Redis.text(known);
        if (!shards.equals(Integer.toString(keys.shards()))) {
            throw new StorageException("the namespace " + keys.namespace() + " has " + shards
                    + " shards to a bucket, not " + keys.shards() + ": set the option to what it was first used with");
        }
    }

    @Override
    public Journal claim(WorkerId worker) {
        return claimed(worker);
    }

    private RedisJournal claimed(WorkerId worker) {
        long deadline = Registers.deadline();
        Epoch epoch = new Epoch();
        String reply = claim(worker, epoch, NO);
        if (reply.equals("!new")) {
            reply = workers.making(worker, () -> claim(worker, epoch, YES));
        }
        if (reply.equals("!lost")) {
            throw new HistoryLostException(
                    worker, "its journal is gone; delete the worker to begin anew, or restore Redis from a backup");
        }
        String[] numbers = reply.split(" ");
        RecordId last = new RecordId(epoch.value(), Long.parseLong(numbers[1]));
        JournalHead head = new JournalHead(last, Long.parseLong(numbers[0]));
        RedisJournal journal = new RedisJournal(this, worker, head, numbers[2]);
        if (slotsAreApart()) {
            journal.settleOpenIntent(deadline);
        }
        return journal;
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
    public void watch(BucketWatcher watcher) {
        changes.watch(watcher);
    }

    @Override
    public Buckets buckets() {
        return buckets;
    }

    @Override
    public void close() {
        changes.close();
        redis.topology().close();
    }

    boolean slotsAreApart() {
        return redis.topology().slotsAreApart();
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

    RedisChanges changes() {
        return changes;
    }

    RedisWorkers registry() {
        return workers;
    }
}
