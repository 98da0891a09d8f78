package dev.wit4j.redis;

import dev.wit4j.journal.WorkerId;
import dev.wit4j.journal.Workers;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * The workers of a store: a set of their names, that may have more than there are, and the record of each, that says whether
 * it is there. The set is on another slot than the records, so a name is in it before its record is made.
 */
final class RedisWorkers implements Workers {
    private static final Script DELETE = Script.of("ids", "delete-worker");

    /** How long it is remembered that a worker was deleted, so that its last owner hears that it is fenced. */
    private static final long REMEMBERED_MILLIS = 86_400_000;

    private final Redis redis;
    private final Keys keys;

    RedisWorkers(Redis redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    /** Puts the name of a worker into the set, then makes it; and again, if it was taken out meanwhile. */
    <T> T making(WorkerId worker, Supplier<T> make) {
        change(Command.SADD, worker);
        T made = make.get();
        change(Command.SADD, worker);
        return made;
    }

    private void change(Command command, WorkerId worker) {
        redis.run(
                keys.workers(),
                new CommandArguments(command).add(keys.workers()).add(Keys.member(worker)));
    }

    @Override
    public List<WorkerId> list() {
        return those(this::isLive);
    }

    @Override
    public List<WorkerId> withPendingInvocations() {
        return those(worker -> length(keys.of(worker).queue()) > 0);
    }

    private List<WorkerId> those(Function<WorkerId, Boolean> condition) {
        List<?> names = (List<?>) redis.run(keys.workers(), new CommandArguments(Command.SMEMBERS).add(keys.workers()));
        return names.stream()
                .map(name -> Keys.worker(Redis.text(name)))
                .filter(condition::apply)
                .sorted()
                .toList();
    }

    /** Whether a worker is there. */
    boolean isLive(WorkerId worker) {
        byte[] record = keys.of(worker).record();
        byte @Nullable [] state = redis.find(
                record, new CommandArguments(Command.HGET).add(record).add("state"));
        return state != null && Redis.text(state).equals("live");
    }

    private long length(byte[] stream) {
        return (Long) redis.run(stream, new CommandArguments(Command.XLEN).add(stream));
    }

    @Override
    public void delete(WorkerId worker) {
        Keys.OfWorker all = keys.of(worker);
        redis.run(
                DELETE,
                List.of(all.record(), all.journal(), all.invocations(), all.queue(), all.snapshots(), all.expected()),
                List.of(Redis.bytes(Long.toString(REMEMBERED_MILLIS))));
        change(Command.SREM, worker);
        if (isLive(worker)) {
            change(Command.SADD, worker);
        }
    }
}
