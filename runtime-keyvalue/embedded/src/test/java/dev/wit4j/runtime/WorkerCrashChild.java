package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.Killer;
import dev.wit4j.journal.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The process that is killed while workers run in it: calls them one after the other, each call under a key of its own, so that
 * whoever comes after can make the same calls again.
 */
public final class WorkerCrashChild {
    /** Worker, and the script that it is called with: memory, gets, sets, increments, calls of another worker, failures. */
    private static final List<List<String>> CALLS = List.of(
            List.of("one", "say a; increment n; get n"),
            List.of("two", "increment n; set k v; increment m"),
            List.of("one", "peer increment n,increment p; increment m"),
            List.of("three", "get n; get k; set k w; say b"),
            List.of("two", "swallow increment forbidden; peer increment p; get p"),
            List.of("one", "increment n; throw no"),
            List.of("three", "peer memory; increment m"),
            List.of("one", "memory; increment n; get k"));

    private static final int ROUNDS = 3;

    private WorkerCrashChild() {}

    /** Arguments: the folder, the operation to be killed at, and whether in the middle. */
    public static void main(String[] arguments) {
        var killer = new Killer(Integer.parseInt(arguments[1]), Boolean.parseBoolean(arguments[2]));
        try (Storage storage = killer.open(Path.of(arguments[0]))) {
            run(storage, (call, answer) -> System.out.println(call + ": " + answer));
        }
        killer.report();
    }

    /**
     * Makes all calls.
     *
     * @param told is given each answer when it is there
     * @return the answers, what the bucket holds, and what the workers remember
     */
    public static Map<String, String> run(Storage storage, BiConsumer<String, String> told) {
        Map<String, String> found = new TreeMap<>();
        var component = WorkerTestCase.component(ScriptGuest::new);
        try (WorkerHost host = WorkerHost.on(storage)
                .component(component)
                .provider(new ScriptHost())
                .retry(WorkerTestCase.THREE_ATTEMPTS)
                .snapshots(new SnapshotPolicy.Every(2))
                .results(new ResultRetention.AtLeast(Duration.ofHours(1)))
                .build()) {
            for (int i = 0; i < ROUNDS * CALLS.size(); i++) {
                List<String> call = CALLS.get(i % CALLS.size());
                String key = "call-" + i;
                String answer = answer(host.worker(component, call.get(0)).withKey(key), call.get(1));
                found.put(key, answer);
                told.accept(key, answer);
            }
            for (String key : List.of("n", "m", "p", "k")) {
                found.put(
                        "bucket " + key,
                        storage.buckets().get("b", key).map(Bytes::toUtf8String).orElse("absent"));
            }
            for (String name : List.of("one", "two", "three", "peer")) {
                String key = "memory " + name;
                found.put(key, answer(host.worker(component, name).withKey(key), "memory"));
            }
        }
        return found;
    }

    private static String answer(Worker<ScriptWorld.Guest> worker, String script) {
        try {
            return worker.exports().run(script);
        } catch (InvocationFailedException e) {
            return "failed";
        }
    }
}
