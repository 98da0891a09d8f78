package dev.wit4j.redis;

import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import java.util.List;

/**
 * The part of an effect that is on one shard.
 *
 * @param shard where
 * @param effect what
 */
record ShardedEffect(Keys.OfShard shard, Effect.OnBucket effect) {
    /** The parts of an effect, at least one. */
    static List<ShardedEffect> parts(Keys layout, Effect.OnBucket effect) {
        if (effect instanceof Effect.PutAll putAll) {
            List<String> keys =
                    putAll.entries().stream().map(Effect.KeyValue::key).toList();
            return orOne(
                    layout,
                    effect,
                    ShardedKeys.of(layout, effect.bucket(), keys).stream()
                            .map(part -> new ShardedEffect(part.shard(), entriesOf(putAll, part)))
                            .toList());
        }
        if (effect instanceof Effect.Delete delete) {
            return orOne(
                    layout,
                    effect,
                    ShardedKeys.of(layout, effect.bucket(), delete.keys()).stream()
                            .map(part ->
                                    new ShardedEffect(part.shard(), new Effect.Delete(effect.bucket(), part.keys())))
                            .toList());
        }
        return List.of(
                new ShardedEffect(layout.shard(effect.bucket(), effect.keys().get(0)), effect));
    }

    private static List<ShardedEffect> orOne(Keys layout, Effect.OnBucket effect, List<ShardedEffect> parts) {
        return parts.isEmpty() ? List.of(new ShardedEffect(layout.shard(effect.bucket(), 0), effect)) : parts;
    }

    /**
     * This part as a script does it.
     *
     * @param write the id of the write, the same for all its parts
     */
    EffectCall call(String write) {
        return EffectCall.onShard(effect, shard, write);
    }

    private static Effect.PutAll entriesOf(Effect.PutAll putAll, ShardedKeys part) {
        return new Effect.PutAll(
                putAll.bucket(),
                part.places().stream().map(putAll.entries()::get).toList());
    }

    /** The outcome of the whole: the first that is no success, else the sum of counts. */
    static Outcome joined(List<Outcome> outcomes) {
        long count = 0;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Count part) {
                count += part.count();
            } else if (outcomes.size() == 1 || !(outcome instanceof Outcome.Done)) {
                return outcome;
            }
        }
        return outcomes.get(0) instanceof Outcome.Count ? new Outcome.Count(count) : Outcome.DONE;
    }
}
