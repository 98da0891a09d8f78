package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.memory.MemoryStorage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The host crashes at every call of its store in turn, before the call has an effect and after, and another host goes on. What
 * the callers were told stays true, every effect is there once, and the memory of each worker is what it would have been.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashTest {
    /** Worker, and the scripts that it is called with, one after the other, each under a key of its own. */
    private static final List<List<String>> WORKLOAD = List.of(
            List.of("one", "say a; increment n; get n"),
            List.of("two", "increment n; set k v; increment m"),
            List.of("one", "peer increment n,increment p; increment m"),
            List.of("one", "get n; get k"),
            List.of("two", "swallow increment forbidden; peer increment p; get p"),
            List.of("one", "increment n; throw no"),
            List.of("one", "memory; increment n"));

    private static final RetryPolicy RETRY = WorkerTestCase.THREE_ATTEMPTS;

    @Test
    void aCrashAtEveryCallOfTheStoreLosesNothingAndDoublesNothing() {
        Map<String, String> expected = model(SnapshotPolicy.Never.class);
        runAll(expected, new SnapshotPolicy.Never());
    }

    @Test
    void aCrashAtEveryCallOfTheStoreWithSnapshotsLosesNothingAndDoublesNothing() {
        Map<String, String> expected = model(SnapshotPolicy.Every.class);
        runAll(expected, new SnapshotPolicy.Every(1));
    }

    private static Map<String, String> model(Class<? extends SnapshotPolicy> policy) {
        MemoryStorage storage = new MemoryStorage();
        Map<String, String> replies = run(
                storage,
                policy == SnapshotPolicy.Never.class ? new SnapshotPolicy.Never() : new SnapshotPolicy.Every(1));
        return state(storage, replies);
    }

    private static void runAll(Map<String, String> expected, SnapshotPolicy policy) {
        int points = 0;
        for (boolean afterTheEffect : new boolean[] {false, true}) {
            for (int at = 1; ; at++) {
                MemoryStorage storage = new MemoryStorage();
                CrashingStorage crashing = new CrashingStorage(storage, at, afterTheEffect);
                Map<String, String> told = run(crashing, policy);
                if (!crashing.crashed()) {
                    break;
                }
                points++;
                assertThat(told)
                        .as("what callers were told before crash %s", at)
                        .allSatisfy((key, reply) -> assertThat(reply).isEqualTo(expected.get(key)));
                Map<String, String> replies = run(storage, policy);
                assertThat(state(storage, replies))
                        .as("crash at call %s, %s its effect", at, afterTheEffect ? "after" : "before")
                        .isEqualTo(expected);
            }
        }
        assertThat(points).isGreaterThan(100);
    }

    /** Runs the workload until the store is gone; returns the replies that there were. */
    private static Map<String, String> run(Storage storage, SnapshotPolicy policy) {
        Map<String, String> replies = new LinkedHashMap<>();
        var component = WorkerTestCase.component(ScriptGuest::new);
        try (WorkerHost host = WorkerHost.on(storage)
                .component(component)
                .provider(new ScriptHost())
                .retry(RETRY)
                .snapshots(policy)
                .results(new ResultRetention.AtLeast(Duration.ofHours(1)))
                .build()) {
            for (int i = 0; i < WORKLOAD.size(); i++) {
                Worker<ScriptWorld.Guest> worker =
                        host.worker(component, WORKLOAD.get(i).get(0)).withKey("call-" + i);
                try {
                    replies.put(
                            "call-" + i, worker.exports().run(WORKLOAD.get(i).get(1)));
                } catch (InvocationFailedException e) {
                    replies.put("call-" + i, "failed");
                } catch (WorkerStoppedException | StorageException e) {
                    return replies;
                }
            }
        }
        return replies;
    }

    /** The replies, what the bucket holds, and the memory of each worker on yet another host. */
    private static Map<String, String> state(Storage storage, Map<String, String> replies) {
        Map<String, String> state = new LinkedHashMap<>(replies);
        for (String key : List.of("n", "m", "p", "k")) {
            state.put(
                    "bucket " + key,
                    storage.buckets().get("b", key).map(Bytes::toUtf8String).orElse("absent"));
        }
        var component = WorkerTestCase.component(ScriptGuest::new);
        try (WorkerHost host = WorkerHost.on(storage)
                .component(component)
                .provider(new ScriptHost())
                .build()) {
            for (String name : List.of("one", "two", "peer")) {
                state.put(
                        "memory " + name, host.worker(component, name).exports().run("memory"));
            }
        }
        return state;
    }
}
