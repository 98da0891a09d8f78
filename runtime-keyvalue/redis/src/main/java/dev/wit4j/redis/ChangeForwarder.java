package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketChange;
import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.WorkerId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * Puts the changes that are recorded on shards into the mailboxes of those who hear of them, in one thread. A change leaves its
 * shard when it is durable in the mailbox; the key of its call is made from its id, so that to forward it again adds nothing.
 * That is what makes it right; that one host at a time does so for a bucket only keeps hosts from taking the worker away from
 * each other.
 */
final class ChangeForwarder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeForwarder.class);

    /** Changes that another host recorded, or left behind, are found within this time. */
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** A host that did not renew its turn for so long has lost it. */
    private static final long TURN_MILLIS = 3 * PERIOD.toMillis();

    private final RedisStorage storage;
    private final BucketWatcher watcher;
    private final byte[] self = Redis.bytes(UUID.randomUUID().toString());
    private final Set<String> turns = new HashSet<>();
    private final Semaphore work = new Semaphore(1);
    private final Thread thread = new Thread(this::run, "wit4j-change-forwarder");
    private volatile boolean closed;
    private boolean failed;

    /** A forwarder that works when {@link #forward} is called. */
    ChangeForwarder(RedisStorage storage, BucketWatcher watcher) {
        this.storage = storage;
        this.watcher = watcher;
    }

    /** A forwarder that works until it is closed. */
    static ChangeForwarder start(RedisStorage storage, BucketWatcher watcher) {
        ChangeForwarder forwarder = new ChangeForwarder(storage, watcher);
        forwarder.thread.setDaemon(true);
        forwarder.thread.start();
        return forwarder;
    }

    /** The buckets whose changes it forwards. */
    Set<String> buckets() {
        return watcher.buckets();
    }

    /** This host has written to a bucket: if it is one of those that are watched, there may be changes. */
    void written(String bucket) {
        if (buckets().contains(bucket)) {
            work.release();
        }
    }

    private void run() {
        while (!closed) {
            boolean all = forward();
            try {
                if (!all) {
                    Thread.sleep(PERIOD.toMillis());
                } else if (work.tryAcquire(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * Forwards all changes that there are, of the buckets whose turn is this forwarder's. What fails on one shard is reported, and
     * keeps no other one waiting.
     *
     * @return whether nothing failed
     */
    boolean forward() {
        failed = false;
        for (String bucket : buckets()) {
            attempt(bucket, () -> forward(bucket));
        }
        return !failed;
    }

    private void forward(String bucket) {
        if (takeTurn(bucket)) {
            for (int number = 0; number < storage.keys().shards(); number++) {
                Keys.OfShard shard = storage.keys().shard(bucket, number);
                attempt(bucket, () -> forward(bucket, shard));
            }
        }
    }

    /** Errors too: one that there was no memory for is no reason to forward nothing ever after. */
    private void attempt(String bucket, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            failed = true;
            LOG.warn("changes of bucket '{}' are not forwarded now", bucket, e);
        }
    }

    /** Whether this host forwards the changes of a bucket at present. Whoever begins looks after what waits already. */
    private boolean takeTurn(String bucket) {
        byte[] key = storage.keys().shard(bucket, 0).forwarder();
        byte[] millis = Redis.bytes(Long.toString(TURN_MILLIS));
        byte @Nullable [] taken = storage.redis()
                .find(
                        key,
                        new CommandArguments(Command.SET)
                                .add(key)
                                .add(self)
                                .add("NX")
                                .add("PX")
                                .add(millis));
        if (taken == null && !isMine(key)) {
            turns.remove(bucket);
            return false;
        }
        storage.redis().run(key, new CommandArguments(Command.PEXPIRE).add(key).add(millis));
        if (turns.add(bucket)) {
            watcher.enqueued(watcher.worker(bucket));
        }
        return true;
    }

    private boolean isMine(byte[] key) {
        byte @Nullable [] holder = storage.redis().find(key, new CommandArguments(Command.GET).add(key));
        return holder != null && Bytes.of(holder).equals(Bytes.of(self));
    }

    private void forward(String bucket, Keys.OfShard shard) {
        while (!closed) {
            List<StreamPage.Entry> entries =
                    StreamPage.first(storage.redis(), shard.changes()).entries();
            if (entries.isEmpty()) {
                storage.changes().record(shard);
                return;
            }
            storage.durability().await(shard.changes());
            enqueue(bucket, entries);
            CommandArguments forget = new CommandArguments(Command.XDEL).add(shard.changes());
            entries.forEach(entry -> forget.add(entry.id()));
            storage.redis().run(shard.changes(), forget);
            watcher.enqueued(watcher.worker(bucket));
        }
    }

    private void enqueue(String bucket, List<StreamPage.Entry> entries) {
        WorkerId worker = watcher.worker(bucket);
        Mailbox mailbox = storage.mailbox(worker);
        for (StreamPage.Entry entry : entries) {
            BucketChange change = change(bucket, entry);
            if (mailbox.enqueue(watcher.invocation(change)) instanceof Mailbox.State.Conflict) {
                LOG.error(
                        "worker {} was told of another change under the id {}, so of this one it is not: the store has"
                                + " lost history",
                        worker,
                        change.id());
            }
        }
        mailbox.sync();
    }

    private static BucketChange change(String bucket, StreamPage.Entry entry) {
        Optional<Bytes> value = entry.fields().size() > 4 ? Optional.of(Bytes.wrap(entry.value(2))) : Optional.empty();
        return new BucketChange(Redis.text(entry.value(0)), bucket, Redis.text(entry.value(1)), value);
    }

    /** Ends the thread, and gives the turns back. */
    @Override
    public void close() {
        closed = true;
        work.release();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        turns.forEach(this::giveBack);
        turns.clear();
    }

    private void giveBack(String bucket) {
        byte[] key = storage.keys().shard(bucket, 0).forwarder();
        try {
            if (isMine(key)) {
                storage.redis().run(key, new CommandArguments(Command.DEL).add(key));
            }
        } catch (RuntimeException e) {
            LOG.debug("the turn to forward changes of bucket {} ends by itself", bucket, e);
        }
    }
}
