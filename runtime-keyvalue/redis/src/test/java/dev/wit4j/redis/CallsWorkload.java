package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.runtime.JavaComponent;
import dev.wit4j.runtime.WorkerHost;
import dev.wit4j.runtime.WorkerStoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import wit.test.faults.Counting;

/**
 * Calls of a worker that counts, each made under its key until it is answered, on a host that is built anew after each failure.
 * A call has one answer whenever it is asked for, and has counted once if that is a number, and otherwise not.
 */
final class CallsWorkload {
    static final WorkerId WORKER = new WorkerId("counting", "one");

    private static final JavaComponent<Counting.Imports, Counting.Guest, Counting.Exports> COMPONENT =
            JavaComponent.of("counting", Counting.TYPE, CountingGuest::new);
    private static final int CALLS = 3;
    private static final int MOST_HOSTS = 20;
    private static final String REFUSED = "refused: ";

    private CallsWorkload() {}

    /** Runs it to its end, and says what is wrong afterwards. */
    static List<String> run(RedisStorage storage) {
        RuntimeException last = null;
        for (int hosts = 0; hosts < MOST_HOSTS; hosts++) {
            try {
                List<String> answers = askForAll(storage);
                return violations(storage, answers, askForAll(storage));
            } catch (WorkerStoppedException | StorageException e) {
                last = e;
            }
        }
        return List.of("it does not end: " + last);
    }

    private static List<String> askForAll(RedisStorage storage) {
        try (WorkerHost host = WorkerHost.on(storage)
                .component(COMPONENT)
                .provider(new KeyValueProvider())
                .build()) {
            return IntStream.range(0, CALLS)
                    .mapToObj(number -> ask(host, "call-" + number))
                    .toList();
        }
    }

    private static List<String> violations(RedisStorage storage, List<String> answers, List<String> again) {
        List<String> found = new ArrayList<>();
        if (!again.equals(answers)) {
            found.add("the answers were " + answers + ", and asked for again " + again);
        }
        if (!storage.mailbox(WORKER).pending().isEmpty()) {
            found.add("something still waits that was answered");
        }
        List<String> counted =
                answers.stream().filter(answer -> !answer.startsWith(REFUSED)).toList();
        List<String> expected = LongStream.rangeClosed(1, counted.size())
                .mapToObj(Long::toString)
                .toList();
        if (!counted.equals(expected)) {
            found.add("the answers are " + answers);
        }
        Optional<String> there = storage.buckets().get("b", "n").map(Bytes::toUtf8String);
        if (!there.orElse("0").equals(Integer.toString(counted.size()))) {
            found.add("the counter is " + there + " after " + answers);
        }
        return found;
    }

    private static String ask(WorkerHost host, String key) {
        try {
            return Long.toString(host.worker(COMPONENT, WORKER.name())
                    .withKey(key)
                    .exports()
                    .counted()
                    .count("n"));
        } catch (StringException e) {
            return REFUSED + e.error();
        }
    }
}
