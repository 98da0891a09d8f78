package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.WorkerId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many workers at once, with a log and a memory that are too small for them. */
class StressTest {
    private static final int WORKERS = 64;
    private static final int COMMITS = 120;

    @TempDir
    private Path folder = Path.of("");

    private static WorkerId worker(int number) {
        return new WorkerId("stress", "worker-" + number);
    }

    /** What one worker did: what its journal must say. */
    private record Done(int number, List<Bytes> entries, List<Outcome> outcomes, Bytes lastValue) {}

    @Test
    void sixtyFourWorkersAtOnceFindWhatTheyWrote() throws Exception {
        EmbeddedOptions small = CrashChild.options().withMemory(200_000);
        List<Done> all = new ArrayList<>();
        try (var storage = EmbeddedStorage.open(folder, small)) {
            var threads = Executors.newFixedThreadPool(WORKERS);
            try {
                List<Callable<Done>> tasks = new ArrayList<>();
                for (int i = 0; i < WORKERS; i++) {
                    int number = i;
                    tasks.add(() -> work(storage, number));
                }
                for (Future<Done> done : threads.invokeAll(tasks)) {
                    all.add(done.get());
                }
            } finally {
                threads.shutdownNow();
            }
            verify(storage, all);
        }
        try (var storage = EmbeddedStorage.open(folder, small)) {
            verify(storage, all);
        }
    }

    private static Done work(EmbeddedStorage storage, int number) {
        var random = new Random(number);
        List<Bytes> entries = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        Bytes last = Bytes.EMPTY;
        Journal journal = storage.claim(worker(number));
        for (int i = 0; i < COMMITS; i++) {
            Bytes entry = Bytes.utf8("entry " + i + " of " + number);
            Effect effect;
            if (i % 3 == 0) {
                effect = new Effect.Increment("shared", "n", 1, Effect.Range.UNSIGNED);
            } else if (i % 3 == 1) {
                byte[] bytes = new byte[random.nextInt(30) == 0 ? 100_000 : 100];
                random.nextBytes(bytes);
                last = Bytes.wrap(bytes);
                effect = new Effect.Put("own", "key-" + number, last, OptionalLong.empty());
            } else {
                int receiver = random.nextInt(WORKERS);
                effect = new Effect.Enqueue(
                        worker(receiver), new Invocation("from-" + number + "-" + i, Bytes.utf8("call")));
            }
            entries.add(entry);
            outcomes.add(journal.commit(entry, effect));
            assertThat(journal.buckets().get("own", "key-" + number).orElse(Bytes.EMPTY))
                    .isEqualTo(last);
            if (random.nextInt(5) == 0) {
                journal.sync();
            }
        }
        journal.sync();
        return new Done(number, entries, outcomes, last);
    }

    private static void verify(EmbeddedStorage storage, List<Done> all) {
        List<Long> counts = new ArrayList<>();
        int waiting = 0;
        for (Done done : all) {
            List<Journal.Record> records = new ArrayList<>();
            storage.claim(worker(done.number())).replay(0, records::add);
            assertThat(records).extracting(Journal.Record::entries).isEqualTo(done.entries());
            assertThat(records).extracting(Journal.Record::outcome).isEqualTo(done.outcomes());
            assertThat(storage.buckets().get("own", "key-" + done.number())).contains(done.lastValue());
            done.outcomes().forEach(outcome -> {
                if (outcome instanceof Outcome.Number number) {
                    counts.add(number.bits());
                }
            });
            waiting += storage.mailbox(worker(done.number())).pending().size();
        }
        int increments = WORKERS * COMMITS / 3;
        assertThat(counts).hasSize(increments).doesNotHaveDuplicates();
        assertThat(storage.buckets().get("shared", "n")).contains(Bytes.utf8(Integer.toString(increments)));
        assertThat(waiting).isEqualTo(WORKERS * COMMITS / 3);
    }
}
