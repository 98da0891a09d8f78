package dev.wit4j.redis;

import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.journal.Workers;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    /** Registers outlive their worker by longer than anything that it sent is under way, and clocks are apart. */
    private static final Duration REGISTERS_STAY = Registers.LONGEST_WAY.plusMinutes(30);

    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(RedisStorage.class);

    private final Redis redis;
    private final Keys keys;
    private final Function<WorkerId, RedisJournal> claim;

    /**
     * The workers of a store.
     *
     * @param claim takes one over
     */
    RedisWorkers(Redis redis, Keys keys, Function<WorkerId, RedisJournal> claim) {
        this.redis = redis;
        this.keys = keys;
        this.claim = claim;
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

    private boolean isLive(WorkerId worker, String incarnation) {
        byte[] record = keys.of(worker).record();
        List<?> found = (List<?>) redis.run(
                record,
                new CommandArguments(Command.HMGET).add(record).add("state").add("incarnation"));
        return found.get(0) != null
                && Redis.text(found.get(0)).equals("live")
                && found.get(1) != null
                && Redis.text(found.get(1)).equals(incarnation);
    }

    private long length(byte[] stream) {
        return (Long) redis.run(stream, new CommandArguments(Command.XLEN).add(stream));
    }

    @Override
    public void delete(WorkerId worker) {
        if (redis.topology().slotsAreApart() && isLive(worker)) {
            registersWillGo(worker);
        }
        Keys.OfWorker all = keys.of(worker);
        redis.run(
                DELETE,
                List.of(
                        all.record(),
                        all.journal(),
                        all.invocations(),
                        all.queue(),
                        all.snapshots(),
                        all.deadlines(),
                        all.expected()),
                List.of(Redis.bytes(Long.toString(REMEMBERED_MILLIS))));
        change(Command.SREM, worker);
        if (isLive(worker)) {
            change(Command.SADD, worker);
        }
        forgetRegisters();
    }

    /**
     * Notes where the registers of a worker are. It is taken over first: what its owner may still mean to do is done or given up,
     * and there the owner is fenced.
     */
    private void registersWillGo(WorkerId worker) {
        try (RedisJournal journal = claim.apply(worker)) {
            Registers registers = journal.registers();
            List<String> places = List.copyOf(registers.places());
            for (int first = 0; first < places.size(); first += AT_ONCE) {
                CommandArguments note = new CommandArguments(Command.ZADD).add(keys.dueRegisters());
                for (String place : places.subList(first, Math.min(first + AT_ONCE, places.size()))) {
                    note.add(System.currentTimeMillis() + REGISTERS_STAY.toMillis())
                            .add(Redis.text(registers.field()) + " " + place);
                }
                redis.run(keys.dueRegisters(), note);
            }
        } catch (HistoryLostException e) {
            LOG.warn("worker {} is deleted, but where its registers are went with its history", worker, e);
        }
    }

    /** Removes registers of deleted workers that nothing can ask for any more. */
    void forgetRegisters() {
        forgetRegisters(System.currentTimeMillis());
    }

    void forgetRegisters(long now) {
        if (!redis.topology().slotsAreApart()) {
            return;
        }
        List<?> due = dueRegisters(now);
        while (!due.isEmpty()) {
            due.forEach(member -> forgetRegister(Redis.text(member)));
            CommandArguments forgotten = new CommandArguments(Command.ZREM).add(keys.dueRegisters());
            due.forEach(forgotten::add);
            redis.run(keys.dueRegisters(), forgotten);
            due = dueRegisters(now);
        }
    }

    private List<?> dueRegisters(long now) {
        return (List<?>) redis.run(
                keys.dueRegisters(),
                new CommandArguments(Command.ZRANGEBYSCORE)
                        .add(keys.dueRegisters())
                        .add("-inf")
                        .add(now)
                        .add("LIMIT")
                        .add(0)
                        .add(AT_ONCE));
    }

    private void forgetRegister(String member) {
        int space = member.indexOf(' ');
        String field = member.substring(0, space);
        int slash = field.lastIndexOf('/');
        if (!isLive(Keys.worker(field.substring(0, slash)), field.substring(slash + 1))) {
            byte[] registers = keys.registersAt(member.substring(space + 1));
            redis.run(
                    registers, new CommandArguments(Command.HDEL).add(registers).add(field));
        }
    }
}
