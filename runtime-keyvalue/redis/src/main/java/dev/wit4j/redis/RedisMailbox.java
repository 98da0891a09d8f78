package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.value.Text;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** The mailbox of one worker. */
final class RedisMailbox implements Mailbox {
    /** What an invocation holds before its result: whether it is done, and the digest of its content. */
    private static final int HEADER = 33;

    private final RedisStorage storage;
    private final WorkerId worker;
    private final Keys.OfWorker keys;

    RedisMailbox(RedisStorage storage, WorkerId worker) {
        this.storage = storage;
        this.worker = worker;
        this.keys = storage.keys().of(worker);
    }

    @Override
    public State enqueue(Invocation invocation) {
        byte[] reply = enqueue(invocation, false);
        if (reply[0] == '!') {
            reply = storage.registry().making(worker, () -> enqueue(invocation, true));
        }
        switch (reply[0]) {
            case 'D':
                return new State.Pending();
            case 'R':
                return new State.Conflict();
            default:
                return parse(reply);
        }
    }

    private byte[] enqueue(Invocation invocation, boolean make) {
        EffectCall call = EffectCall.enqueue(invocation, keys, make);
        return (byte[]) storage.redis().run(call.within("enqueue-outside"), call.keys(), call.arguments());
    }

    @Override
    public State state(String key) {
        Text.check(key, "idempotency key");
        byte @Nullable [] known = storage.redis()
                .find(
                        keys.record(),
                        new CommandArguments(Command.HGET)
                                .add(keys.invocations())
                                .add(Redis.bytes(key)));
        return known == null ? new State.Unknown() : parse(known);
    }

    private static State parse(byte[] known) {
        switch (known[0]) {
            case 'P':
                return new State.Pending();
            case 'C':
                return new State.Completed(Bytes.wrap(known).slice(HEADER, known.length));
            default:
                throw new StorageException("an invocation in Redis is damaged: " + Bytes.of(known));
        }
    }

    @Override
    public Waiting pending(long bytes) {
        StreamPage page = StreamPage.first(storage.redis(), keys.queue(), bytes);
        return new Waiting(page.entries().stream().map(RedisMailbox::invocation).toList(), page.more());
    }

    private static Invocation invocation(StreamPage.Entry entry) {
        return new Invocation(Redis.text(entry.value(0)), Bytes.wrap(entry.value(1)));
    }

    @Override
    public void sync() {
        storage.durability().await(keys.queue());
    }
}
