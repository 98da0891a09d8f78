package dev.wit4j.redis;

import dev.wit4j.journal.FencedException;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** What one worker has done on other slots than its own, as far as its journal knows, and how it does more. */
final class Registers {
    /** A longer outcome is known by its digest. */
    private static final int LONGEST_OUTCOME = 40;

    /** Requests that took longer to come to a server have no effect. */
    static final Duration LONGEST_WAY = Duration.ofHours(1);

    /** What registers have at so many places is read with the claim; at more, each is read when it is needed. */
    static final int MOST_READ_AT_ONCE = 1000;

    private static final byte[] NOTHING = {};

    private final Redis redis;
    private final WorkerId worker;
    private final byte[] key;
    private final byte[] field;
    private final Map<String, byte[]> expected = new HashMap<>();
    private boolean allRead;

    /**
     * How long what is meant now may take to begin. Taken before the record that says so is written: who writes that record owns
     * the worker, which has not been deleted then.
     */
    static long deadline() {
        return System.currentTimeMillis() + LONGEST_WAY.toMillis();
    }

    /**
     * The registers of a worker.
     *
     * @param key of what the journal's side knows of them
     * @param incarnation tells it from an earlier worker of the same name
     */
    Registers(Redis redis, WorkerId worker, byte[] key, String incarnation) {
        this.redis = redis;
        this.worker = worker;
        this.key = key;
        this.field = Redis.bytes(Keys.member(worker) + "/" + incarnation);
    }

    /** Reads what the journal's side knows, unless that is much. Only the owner writes it, with its commits. */
    void load() {
        long places = (Long) redis.run(key, new CommandArguments(Command.HLEN).add(key));
        if (places > MOST_READ_AT_ONCE) {
            return;
        }
        List<?> all = (List<?>) redis.run(key, new CommandArguments(Command.HGETALL).add(key));
        for (int i = 0; i < all.size(); i += 2) {
            expected.put(Redis.text(all.get(i)), (byte[]) all.get(i + 1));
        }
        allRead = true;
    }

    /** Where it has registers, as far as the journal's side knows. */
    Set<String> places() {
        Set<String> places = new HashSet<>(expected.keySet());
        if (!allRead) {
            List<?> all = (List<?>) redis.run(key, new CommandArguments(Command.HKEYS).add(key));
            all.forEach(place -> places.add(Redis.text(place)));
        }
        return places;
    }

    private byte[] expectedAt(String place) {
        byte[] known = expected.get(place);
        if (known == null && !allRead) {
            known = redis.find(key, new CommandArguments(Command.HGET).add(key).add(place));
        }
        if (known == null) {
            known = NOTHING;
        }
        expected.put(place, known);
        return known;
    }

    /** Under which name it is in every register. */
    byte[] field() {
        return field;
    }

    /** What is to be done at a place, from where its register is now. */
    Intent.Part part(String place, byte[] registers, EffectCall effect) {
        return new Intent.Part(place, registers, expectedAt(place), effect);
    }

    /**
     * Does what is meant, unless it has been done: as often as it takes, because the register lets it happen once. What cannot be
     * done is given up by a write, so that it does not happen later either.
     *
     * @param epoch of the present owner
     * @param sequence of the record that holds the intent
     * @param deadline of a server's clock in milliseconds: later, nothing begins at a place that knows nothing of this worker
     * @throws FencedException if somebody else has claimed the worker
     * @throws HistoryLostException if a register does not have what the journal expects
     * @throws StorageException if it can neither be done nor given up
     */
    Settled settle(Intent intent, long epoch, long sequence, long deadline) {
        List<byte[]> outcomes = new ArrayList<>();
        List<byte[]> settled = new ArrayList<>();
        for (Intent.Part part : intent.parts()) {
            byte[] outcome = settle(part, epoch, sequence, deadline);
            byte[] has = has(sequence, outcome);
            expected.put(part.place(), has);
            outcomes.add(outcome);
            settled.add(Redis.bytes(part.place()));
            settled.add(has);
        }
        return new Settled(joined(outcomes), settled);
    }

    private byte[] settle(Intent.Part part, long epoch, long sequence, long deadline) {
        List<byte[]> header = List.of(
                field,
                StoredSnapshot.field(epoch),
                StoredSnapshot.field(sequence),
                part.expected(),
                part.digest(),
                Redis.bytes(Long.toString(deadline)));
        Patience patience = redis.patience();
        RuntimeException failure;
        do {
            try {
                return attempt(part, part.effect(), header);
            } catch (RefusedException | NoReplyException e) {
                redis.notice(e);
                failure = e;
            }
        } while (Redis.passes(failure) && patience.pause());
        return giveUp(part, header, failure);
    }

    private byte[] giveUp(Intent.Part part, List<byte[]> header, RuntimeException failure) {
        EffectCall nothing = EffectCall.close(OutcomeText.of(failure));
        Patience patience = redis.patience();
        do {
            try {
                return attempt(part, nothing, header);
            } catch (RefusedException | NoReplyException e) {
                redis.notice(e);
            }
        } while (patience.pause());
        throw new StorageException(
                "what worker " + worker + " means to do on " + part.place() + " can neither be done nor given up: "
                        + failure.getMessage(),
                failure);
    }

    private byte[] attempt(Intent.Part part, EffectCall effect, List<byte[]> header) {
        List<byte[]> keys = new ArrayList<>(List.of(part.registers()));
        keys.addAll(effect.keys());
        List<byte[]> arguments = new ArrayList<>(header);
        arguments.addAll(effect.arguments());
        byte[] reply = (byte[]) redis.attempt(effect.within("register"), keys, connection -> arguments);
        if (reply[0] != '!') {
            return reply;
        }
        if (Redis.text(reply).equals("!fenced")) {
            throw new FencedException(worker);
        }
        if (Redis.text(reply).equals("!late")) {
            throw new StorageException(
                    "what worker " + worker + " means to do on " + part.place()
                            + " has come there too late, or the clock of its host is behind that of Redis: see that they agree");
        }
        throw new HistoryLostException(
                worker, "its journal and what it did on " + part.place() + " are not of the same time");
    }

    /** What a register has: {@code register.lua} knows the same. */
    private static byte[] has(long sequence, byte[] outcome) {
        byte[] digits = StoredSnapshot.field(sequence);
        byte[] rest = outcome.length > LONGEST_OUTCOME ? sha1(outcome) : outcome;
        byte[] has = new byte[digits.length + rest.length];
        System.arraycopy(digits, 0, has, 0, digits.length);
        System.arraycopy(rest, 0, has, digits.length, rest.length);
        return has;
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return Redis.bytes(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** The outcome of the whole: the first that is no success, else the sum of counts. */
    private static byte[] joined(List<byte[]> outcomes) {
        long count = 0;
        for (byte[] outcome : outcomes) {
            if (outcomes.size() == 1 || outcome[0] != 'D' && outcome[0] != 'C') {
                return outcome;
            }
            count += outcome[0] == 'C' ? Long.parseLong(Redis.text(outcome).substring(1)) : 0;
        }
        return outcomes.get(0)[0] == 'C' ? Redis.bytes("C" + count) : Redis.bytes("D");
    }
}
