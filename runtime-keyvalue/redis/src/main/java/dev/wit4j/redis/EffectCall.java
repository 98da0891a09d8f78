package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Effect.Range;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.KeyOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * An effect as the part of a script that does it.
 *
 * @param parts the resources that define it
 * @param keys those that it uses
 * @param arguments what it is given
 */
record EffectCall(List<String> parts, List<byte[]> keys, List<byte[]> arguments) {
    /** Nothing. */
    static final EffectCall NONE = new EffectCall(List.of("none"), List.of(), List.of());

    private static final List<String> PUT = List.of("values", "one-key", "put", "recorded");
    private static final List<String> PUT_EXPIRING = List.of("values", "one-key", "sweep", "put-expiring", "recorded");
    private static final List<String> PUT_ALL = List.of("values", "put-all", "recorded");
    private static final List<String> DELETE = List.of("values", "passed", "delete", "recorded");
    private static final List<String> INCREMENT = List.of("values", "one-key", "increment", "recorded");
    private static final List<String> SWAP = List.of("values", "one-key", "swap", "recorded");
    private static final List<String> SWAP_EXPIRING =
            List.of("values", "one-key", "sweep", "swap-expiring", "recorded");

    /** As many digits as 2^52 has. */
    private static final int ORDER_DIGITS = 16;

    private static final byte[] YES = {'1'};
    private static final byte[] NO = {'0'};

    /**
     * An effect on what of a bucket is on one shard; what it changes is recorded with it if the bucket is watched.
     *
     * @param write the id of the write
     */
    static EffectCall onShard(Effect.OnBucket effect, Keys.OfShard shard, String write) {
        List<byte[]> both = List.of(shard.changes(), shard.values(), shard.order());
        List<byte[]> all = List.of(shard.changes(), shard.values(), shard.order(), shard.deadlines());
        List<byte[]> arguments = new ArrayList<>(List.of(Redis.bytes(write + "/" + shard.name())));
        if (effect instanceof Effect.Put put) {
            boolean expires = put.expiresAfterMillis().isPresent();
            arguments.addAll(expires ? expiring(put) : entry(put.key(), put.value()));
            return expires ? new EffectCall(PUT_EXPIRING, all, arguments) : new EffectCall(PUT, both, arguments);
        }
        if (effect instanceof Effect.PutAll putAll) {
            arguments.addAll(entries(putAll));
            return new EffectCall(PUT_ALL, both, arguments);
        }
        if (effect instanceof Effect.Delete delete) {
            delete.keys().forEach(key -> arguments.add(Redis.bytes(key)));
            return new EffectCall(DELETE, all, arguments);
        }
        if (effect instanceof Effect.Increment increment) {
            arguments.addAll(increment(increment));
            return new EffectCall(INCREMENT, both, arguments);
        }
        Effect.CompareAndSwap swap = (Effect.CompareAndSwap) effect;
        boolean expires = swap.expiresAfterMillis().isPresent();
        arguments.addAll(expires ? swapExpiring(swap) : swap(swap, StoredValue.lasting(swap.value())));
        return expires ? new EffectCall(SWAP_EXPIRING, all, arguments) : new EffectCall(SWAP, both, arguments);
    }

    private static List<byte[]> entry(String key, Bytes value) {
        return List.of(Redis.bytes(key), StoredValue.lasting(value), order(key));
    }

    private static List<byte[]> entries(Effect.PutAll putAll) {
        List<byte[]> entries = new ArrayList<>(1 + 2 * putAll.entries().size());
        byte[] orders = new byte[ORDER_DIGITS * putAll.entries().size()];
        entries.add(orders);
        int end = 0;
        for (Effect.KeyValue entry : putAll.entries()) {
            end += ORDER_DIGITS;
            writeDigits(KeyOrder.of(entry.key()), orders, end);
            entries.add(Redis.bytes(entry.key()));
            entries.add(StoredValue.lasting(entry.value()));
        }
        return entries;
    }

    /** Writes {@code number} with leading zeros up to {@code end}. */
    private static void writeDigits(long number, byte[] digits, int end) {
        long rest = number;
        for (int i = end - 1; i >= end - ORDER_DIGITS; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static List<byte[]> expiring(Effect.Put put) {
        byte[] millis = StoredValue.millis(put.expiresAfterMillis().orElseThrow());
        return List.of(Redis.bytes(put.key()), put.value().toArray(), order(put.key()), millis);
    }

    private static List<byte[]> increment(Effect.Increment effect) {
        boolean unsigned = effect.range() == Range.UNSIGNED;
        String delta = unsigned ? Long.toUnsignedString(effect.delta()) : Long.toString(effect.delta());
        return List.of(
                Redis.bytes(effect.key()), Redis.bytes(delta), Redis.bytes(unsigned ? "u" : "s"), order(effect.key()));
    }

    private static List<byte[]> swapExpiring(Effect.CompareAndSwap effect) {
        List<byte[]> arguments = new ArrayList<>(swap(effect, effect.value().toArray()));
        arguments.add(StoredValue.millis(effect.expiresAfterMillis().orElseThrow()));
        return arguments;
    }

    private static List<byte[]> swap(Effect.CompareAndSwap effect, byte[] value) {
        return List.of(
                Redis.bytes(effect.key()),
                effect.expected().isPresent() ? YES : NO,
                effect.expected().orElse(Bytes.EMPTY).toArray(),
                value,
                order(effect.key()));
    }

    private static byte[] order(String key) {
        return Redis.bytes(Long.toString(KeyOrder.of(key)));
    }

    /** Ends an invocation of the worker whose keys these are. */
    static EffectCall complete(Effect.Complete complete, Keys.OfWorker worker) {
        byte[] key = Redis.bytes(complete.key());
        byte[] result = complete.result().toArray();
        return complete.keptMillis().isEmpty()
                ? new EffectCall(
                        List.of("complete"), List.of(worker.invocations(), worker.queue()), List.of(key, result))
                : new EffectCall(
                        List.of("values", "complete", "complete-expiring"),
                        List.of(worker.invocations(), worker.queue(), worker.deadlines()),
                        List.of(
                                key,
                                result,
                                StoredValue.millis(complete.keptMillis().getAsLong())));
    }

    /**
     * Enqueues an invocation for the worker whose keys these are.
     *
     * @param make whether to make the worker if there is none
     */
    static EffectCall enqueue(Invocation invocation, Keys.OfWorker worker, boolean make) {
        return new EffectCall(
                List.of("enqueue"),
                List.of(worker.invocations(), worker.queue(), worker.record()),
                List.of(
                        Redis.bytes(invocation.key()),
                        digest(invocation.content()),
                        invocation.content().toArray(),
                        make ? YES : NO));
    }

    private static byte[] digest(Bytes content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content.asByteBuffer());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Saves a snapshot and trims the journal.
     *
     * @param epoch the claim that saves it
     * @param sequence of the record that saves it
     * @param first the first sequence that stays
     */
    static EffectCall snapshot(Bytes state, Keys.OfWorker worker, long epoch, long sequence, long first, long stay) {
        return new EffectCall(
                List.of("values", "snapshot"),
                List.of(worker.snapshots()),
                List.of(
                        StoredSnapshot.field(sequence),
                        StoredSnapshot.value(epoch, state),
                        Redis.bytes(Long.toString(stay)),
                        StoredSnapshot.field(first)));
    }

    /** No effect on the slot of the journal, and as the outcome what is meant on others. */
    static EffectCall intent(Intent intent) {
        return new EffectCall(List.of("intent"), List.of(), List.of(intent.encode()));
    }

    /** No effect, and this as the outcome. */
    static EffectCall close(byte[] outcome) {
        return new EffectCall(List.of("close"), List.of(), List.of(outcome));
    }

    /** The whole script, of these parts before and behind. */
    Script within(String envelope) {
        List<String> all = new ArrayList<>(parts);
        all.add(envelope);
        return Script.of(all);
    }
}
