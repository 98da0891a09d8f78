package dev.wit4j.redis.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A shard of a bucket: one counter, and the register of the worker.
 *
 * @param value of the counter
 * @param register of the worker
 * @param applied every effect that is in {@code value}
 */
record Shard(int value, Register register, List<Entry.Effect> applied) {
    static final Shard EMPTY = new Shard(0, Register.ABSENT, List.of());

    /** The last intent that was done or given up here. */
    record Register(int epoch, int sequence, Entry.Effect effect, int outcome) {
        static final Register ABSENT = new Register(0, 0, Entry.Effect.NOTHING, State.NONE);

        boolean holds(Entry.Expected expected) {
            return sequence == expected.sequence() && outcome == expected.outcome();
        }
    }

    Shard increment(int epoch, int sequence, Entry.Effect effect) {
        List<Entry.Effect> all = new ArrayList<>(applied);
        all.add(effect);
        int sum = value + effect.delta();
        return new Shard(sum, new Register(epoch, sequence, effect, sum), List.copyOf(all));
    }

    Shard giveUp(int epoch, int sequence, Entry.Effect effect) {
        return new Shard(value, new Register(epoch, sequence, effect, State.FAILED), applied);
    }

    Shard withRegister(Register other) {
        return new Shard(value, other, applied);
    }

    boolean has(int step) {
        return applied.stream().anyMatch(effect -> effect.step() == step);
    }
}
