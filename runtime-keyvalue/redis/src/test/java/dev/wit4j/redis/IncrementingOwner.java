package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.FencedException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import java.net.URI;

/** A host of its own that owns a worker and increments a counter until it is fenced. */
final class IncrementingOwner {
    static final int FENCED = 3;

    private IncrementingOwner() {}

    public static void main(String[] arguments) {
        try (RedisStorage storage = RedisStorage.connect(URI.create(arguments[0]), RedisOptions.DEFAULT)) {
            Journal journal = storage.claim(new WorkerId("counter", "one"));
            while (true) {
                journal.commit(Bytes.utf8("old"), new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED));
            }
        } catch (FencedException e) {
            System.exit(FENCED);
        }
    }
}
