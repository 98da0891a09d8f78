package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.keyvalue.bucket.AccessRules;
import dev.wit4j.keyvalue.bucket.CacheOptions;
import dev.wit4j.keyvalue.bucket.KeyValueOptions;
import dev.wit4j.keyvalue.bucket.Limits;
import dev.wit4j.runtime.JavaComponent;
import dev.wit4j.runtime.WorkerHost;
import dev.wit4j.runtime.WorkerStoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import wit.test.faults.Caching;
import wit.test.faults.cached.Cached;

/**
 * Two workers that use the cache, as callers use them: a call that fails is made again under the same key, on a host that is
 * built anew. What was set is there, and a key is filled by the one worker that was given the right to.
 */
final class CacheWorkload {
    static final JavaComponent<Caching.Imports, Caching.Guest, Caching.Exports> COMPONENT =
            JavaComponent.of("caching", Caching.TYPE, CachingGuest::new);
    static final WorkerId ONE = new WorkerId("caching", "one");

    /** Longer than any run takes. */
    static final Duration LONG = Duration.ofHours(1);

    private static final String TWO = "two";
    private static final int MOST_HOSTS = 20;
    private static final long HOUR = LONG.toMillis();
    private static final String DONE = "done";
    private static final String VACANT = "vacant";
    private static final String TAKEN = "refused: another worker has not filled the key in 0 ms";

    /** A call, with what may come of it. */
    private record Call(String worker, Function<Cached, String> body, Set<String> answers) {}

    private static final List<Call> CALLS = List.of(
            set("kept", "first", HOUR),
            enter(ONE.name(), "met", VACANT),
            enter(TWO, "met", TAKEN),
            fill(ONE.name(), "met"),
            enter(TWO, "met", "built by one"),
            set("kept", "second", HOUR),
            set("gone", "first", HOUR),
            set("gone", "second", 0),
            enter(ONE.name(), "given back", VACANT),
            new Call(ONE.name(), cached -> done(() -> cached.giveBack("given back")), Set.of(DONE)),
            // To give back may fail, and then happens when the lease is over.
            enter(TWO, "given back", VACANT, TAKEN));

    private CacheWorkload() {}

    private static Call set(String key, String value, long ttl) {
        return new Call(ONE.name(), cached -> done(() -> cached.set(key, value, ttl)), Set.of(DONE));
    }

    private static Call enter(String worker, String key, String... answers) {
        return new Call(
                worker,
                cached -> {
                    try {
                        return cached.enter(key).orElse(VACANT);
                    } catch (StringException e) {
                        return "refused: " + e.error();
                    }
                },
                Set.of(answers));
    }

    private static Call fill(String worker, String key) {
        return new Call(worker, cached -> done(() -> cached.fill(key, "built by " + worker)), Set.of(DONE));
    }

    private static String done(Runnable call) {
        call.run();
        return DONE;
    }

    /** A host of the workers, who wait so long for each other. */
    static WorkerHost host(RedisStorage storage, Duration patience) {
        CacheOptions cache = new CacheOptions("cache", LONG, patience);
        return WorkerHost.on(storage)
                .component(COMPONENT)
                .provider(new KeyValueProvider(
                        new KeyValueOptions(Limits.DEFAULT, AccessRules.ALLOW_ALL, Optional.empty(), cache)))
                .build();
    }

    /** Runs it to its end, and says what is wrong afterwards. */
    static List<String> run(RedisStorage storage) {
        List<String> answers = new ArrayList<>();
        RuntimeException last = null;
        for (int hosts = 0; hosts < MOST_HOSTS; hosts++) {
            try (WorkerHost host = host(storage, Duration.ZERO)) {
                while (answers.size() < CALLS.size()) {
                    answers.add(answer(host, answers.size()));
                }
                return violations(storage, answers);
            } catch (WorkerStoppedException | StorageException e) {
                last = e;
            }
        }
        return List.of("it does not end: " + last);
    }

    private static String answer(WorkerHost host, int number) {
        Call call = CALLS.get(number);
        return call.body()
                .apply(host.worker(COMPONENT, call.worker())
                        .withKey("call-" + number)
                        .exports()
                        .cached());
    }

    private static List<String> violations(RedisStorage storage, List<String> answers) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < CALLS.size(); i++) {
            if (!CALLS.get(i).answers().contains(answers.get(i))) {
                found.add("call " + i + " was answered " + answers.get(i) + ", not one of "
                        + CALLS.get(i).answers());
            }
        }
        compare(found, storage, "kept", Optional.of("second"));
        compare(found, storage, "met", Optional.of("built by one"));
        compare(found, storage, "gone", Optional.empty());
        compare(found, storage, "given back", Optional.empty());
        return found;
    }

    private static void compare(List<String> found, RedisStorage storage, String key, Optional<String> expected) {
        Optional<String> actual = storage.buckets().get("cache", key).map(Bytes::toUtf8String);
        if (!expected.equals(actual)) {
            found.add(key + " is " + actual + " instead of " + expected);
        }
    }
}
