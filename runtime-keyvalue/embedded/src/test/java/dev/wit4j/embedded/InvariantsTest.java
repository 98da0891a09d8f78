package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.file.FaultyDirectory;
import dev.wit4j.embedded.file.FaultyDirectory.Operation;
import dev.wit4j.embedded.file.FolderDirectory;
import dev.wit4j.embedded.table.TableReader;
import dev.wit4j.embedded.table.Tables;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.FencedException;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invariants of the durability protocol that concern the embedded store, each by its number. */
class InvariantsTest {
    private static final WorkerId WORKER = new WorkerId("component", "one");
    private static final WorkerId OTHER = new WorkerId("component", "two");

    @TempDir
    private Path folder = Path.of("");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private static Effect.OnBucket put(String key, String value) {
        return new Effect.Put("b", key, Bytes.utf8(value), OptionalLong.empty());
    }

    private static Effect.OnBucket increment() {
        return new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED);
    }

    /** A log whose syncs wait, when told to, until they are let go. */
    private static final class Gate implements FaultyDirectory.Fault, AutoCloseable {
        private final AtomicBoolean closed = new AtomicBoolean();
        private final Semaphore arrived = new Semaphore(0);
        private final Semaphore released = new Semaphore(0);

        void shut() {
            closed.set(true);
        }

        void awaitSync() throws InterruptedException {
            arrived.acquire();
        }

        void open() {
            closed.set(false);
            released.release();
        }

        /** Lets go of what still waits, so that the store can be closed behind a test that failed. */
        @Override
        public void close() {
            open();
        }

        @Override
        public void before(Operation operation) {
            if (operation == Operation.SYNC
                    && Thread.currentThread().getName().equals("wit4j-log-flusher")
                    && closed.get()) {
                arrived.release();
                released.acquireUninterruptibly();
            }
        }
    }

    private EmbeddedStorage open(FaultyDirectory.Fault fault) {
        return EmbeddedStorage.open(
                folder, CrashChild.options(), new FaultyDirectory(new FolderDirectory(folder.resolve("log")), fault));
    }

    /** Invariant 1. */
    @Test
    void noTwoClaimsShareAnEpochEvenAfterTheStoreLostItsTail() throws IOException {
        Path place = folder.resolve("store");
        Path older = folder.resolve("older");
        EmbeddedStorage.open(place, CrashChild.options()).close();
        TestFolders.copy(place, older);
        Set<Long> epochs = new HashSet<>();
        for (Path each : List.of(place, older)) {
            try (var storage = EmbeddedStorage.open(each, CrashChild.options())) {
                for (int i = 0; i < 100; i++) {
                    assertThat(epochs.add(storage.claim(WORKER).epoch())).isTrue();
                }
            }
        }
    }

    /** Invariant 2. */
    @Test
    void anEffectHappensAtMostOnceWhoeverElseClaimsTheWorker() throws Exception {
        try (var storage = EmbeddedStorage.open(folder, CrashChild.options())) {
            List<Future<Integer>> owners = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                owners.add(threads.submit(() -> {
                    int done = 0;
                    for (int claim = 0; claim < 30; claim++) {
                        Journal journal = storage.claim(WORKER);
                        try {
                            for (int commit = 0; commit < 10; commit++) {
                                journal.commit(Bytes.utf8("e"), increment());
                                done++;
                            }
                        } catch (FencedException e) {
                            assertThat(e).hasMessageContaining("component/one");
                        }
                    }
                    return done;
                }));
            }
            int done = 0;
            for (Future<Integer> owner : owners) {
                done += owner.get();
            }
            List<Journal.Record> records = new ArrayList<>();
            storage.claim(WORKER).replay(0, records::add);
            assertThat(records).hasSize(done).extracting(Journal.Record::epoch).isSorted();
            assertThat(storage.buckets().get("b", "n")).contains(Bytes.utf8(Integer.toString(done)));
        }
    }

    /** Invariant 9, and the half of 4 that is about what was read. */
    @Test
    void whatLeavesTheProcessWaitsUntilEverythingItReadOrWroteIsDurable() throws Exception {
        var gate = new Gate();
        try (var storage = open(gate);
                gate) {
            Journal writer = storage.claim(WORKER);
            Journal reader = storage.claim(OTHER);
            Mailbox mailbox = storage.mailbox(OTHER);
            writer.sync();
            reader.sync();
            gate.shut();
            writer.commit(Bytes.utf8("e"), put("k", "v"));
            mailbox.enqueue(new Invocation("key", Bytes.EMPTY));
            assertThat(reader.buckets().get("b", "k")).contains(Bytes.utf8("v"));

            List<Callable<Object>> leaving = List.of(
                    () -> storage.buckets().get("b", "k"),
                    () -> storage.buckets().exists("b", "k"),
                    () -> storage.buckets().keys("b", OptionalLong.empty(), 10),
                    () -> storage.buckets()
                            .apply(new Effect.CompareAndSwap("b", "k", java.util.Optional.empty(), Bytes.EMPTY)),
                    () -> storage.buckets().apply(put("l", "w")),
                    synced(writer::sync),
                    synced(reader::sync),
                    synced(mailbox::sync),
                    () -> storage.workers().list());
            List<Future<Object>> waiting = new ArrayList<>();
            leaving.forEach(each -> waiting.add(threads.submit(each)));
            gate.awaitSync();

            assertThat(waiting).noneMatch(Future::isDone);
            gate.open();
            for (Future<Object> each : waiting) {
                each.get();
            }
        }
    }

    private static Callable<Object> synced(Runnable sync) {
        return () -> {
            sync.run();
            return true;
        };
    }

    /** Invariant 10. */
    @Test
    void aCompletionOfWhoWasFencedIsNone() {
        try (var storage = EmbeddedStorage.open(folder, CrashChild.options())) {
            storage.mailbox(WORKER).enqueue(new Invocation("key", Bytes.EMPTY));
            Journal before = storage.claim(WORKER);
            storage.claim(WORKER);

            assertThatThrownBy(() -> before.commit(Bytes.EMPTY, new Effect.Complete("key", Bytes.EMPTY)))
                    .isInstanceOf(FencedException.class);
            assertThat(storage.mailbox(WORKER).state("key")).isEqualTo(new Mailbox.State.Pending());
        }
    }

    /** Invariant 13, first half. */
    @Test
    void theAppliedPositionNeverPassesTheDurableLog() throws Exception {
        var gate = new Gate();
        try (var storage = open(gate);
                gate) {
            Journal journal = storage.claim(WORKER);
            journal.commit(Bytes.utf8("durable"), put("k", "durable"));
            storage.workers().list();
            long applied = applied(folder.resolve(Tables.FILE));
            gate.shut();
            journal.commit(Bytes.utf8("not yet"), put("k", "not yet"));
            Future<Object> list = threads.submit(() -> storage.workers().list());
            gate.awaitSync();

            assertThat(applied(folder.resolve(Tables.FILE))).isEqualTo(applied);
            gate.open();
            list.get();
            assertThat(applied(folder.resolve(Tables.FILE))).isEqualTo(applied + 1);
        }
    }

    private static long applied(Path tables) throws IOException {
        try (var open = Tables.open(tables.getParent(), 0)) {
            return open.read(TableReader::state).applied();
        }
    }

    /** Invariant 13, second half. */
    @Test
    void aSegmentGoesOnlyBelowTheDurablyAppliedPosition() throws Exception {
        Path log = folder.resolve("log");
        List<String> early = Collections.synchronizedList(new ArrayList<>());
        List<Long> positions = Collections.synchronizedList(new ArrayList<>());
        FaultyDirectory.Fault watch = operation -> {
            boolean released = Thread.currentThread().getName().equals("wit4j-table-applier");
            if (operation == Operation.DELETE && released) {
                long applied = durablyApplied();
                long next = secondFirstRecord(log);
                positions.add(applied);
                if (applied < next) {
                    early.add(next + " after " + applied);
                }
            }
        };
        try (var storage = open(watch)) {
            Journal journal = storage.claim(WORKER);
            for (int i = 0; i < 400; i++) {
                journal.commit(Bytes.utf8("e".repeat(500)), put("k" + i % 10, "v" + i));
                if (i % 20 == 0) {
                    storage.workers().list();
                }
            }
        }
        assertThat(early).isEmpty();
        assertThat(positions).hasSizeGreaterThan(3);
    }

    /** What the tables hold without their own journal: what was made durable by a checkpoint. */
    private long durablyApplied() throws IOException {
        Path copy = Files.createTempDirectory(folder, "durable");
        Files.copy(folder.resolve(Tables.FILE), copy.resolve(Tables.FILE));
        return applied(copy.resolve(Tables.FILE));
    }

    /** The record that the second segment begins with: what is before can go when that is applied. */
    private static long secondFirstRecord(Path log) throws IOException {
        try (var files = Files.list(log)) {
            Path second = files.sorted().skip(1).findFirst().orElseThrow();
            return ByteBuffer.wrap(Files.readAllBytes(second)).getLong(48);
        }
    }

    /** Invariant 15. */
    @Test
    void aReaderNeverSeesAValueOlderThanOneThatItHasSeen() throws Exception {
        try (var storage = EmbeddedStorage.open(folder, CrashChild.options())) {
            var ended = new AtomicBoolean();
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Journal journal = storage.claim(new WorkerId("reader", "number-" + i));
                readers.add(threads.submit(() -> {
                    long last = 0;
                    while (!ended.get()) {
                        long seen = journal.buckets()
                                .get("b", "n")
                                .map(value -> Long.parseLong(value.toUtf8String()))
                                .orElse(0L);
                        assertThat(seen).isGreaterThanOrEqualTo(last);
                        last = seen;
                    }
                    return last;
                }));
            }
            Journal writer = storage.claim(WORKER);
            for (int i = 0; i < 1500; i++) {
                writer.commit(Bytes.EMPTY, increment());
                if (i % 50 == 0) {
                    storage.workers().list();
                }
            }
            ended.set(true);
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
    }

    /** Invariant 16. */
    @Test
    void theSameIdempotencyKeyMeansTheSameArgumentsAndTheSameAnswerAcrossRestarts() {
        var call = new Invocation("key", Bytes.utf8("arguments"));
        var another = new Invocation("key", Bytes.utf8("other arguments"));
        for (int round = 0; round < 3; round++) {
            try (var storage = EmbeddedStorage.open(folder, CrashChild.options())) {
                Mailbox.State expected = round < 2 ? new Mailbox.State.Pending() : completed();
                assertThat(storage.mailbox(WORKER).enqueue(call)).isEqualTo(expected);
                assertThat(storage.mailbox(WORKER).enqueue(another)).isEqualTo(new Mailbox.State.Conflict());
                if (round == 1) {
                    storage.claim(WORKER).commit(Bytes.EMPTY, new Effect.Complete("key", Bytes.utf8("answer")));
                    assertThat(storage.mailbox(WORKER).enqueue(call)).isEqualTo(completed());
                }
            }
        }
    }

    private static Mailbox.State completed() {
        return new Mailbox.State.Completed(Bytes.utf8("answer"));
    }

    /** Invariant 18, while the tables catch up with the log. */
    @Test
    void aKeyThatIsPresentThroughoutAListingAppearsExactlyOnceWhateverIsApplied() throws Exception {
        try (var storage = EmbeddedStorage.open(folder, CrashChild.options())) {
            Journal writer = storage.claim(WORKER);
            var present = new AtomicInteger();
            Future<?> churn = threads.submit(() -> {
                for (int i = 0; i < 3000; i++) {
                    writer.commit(Bytes.EMPTY, put("stays-" + i, "v"));
                    present.set(i + 1);
                    writer.commit(Bytes.EMPTY, put("stays-" + i / 2, "w"));
                    writer.commit(Bytes.EMPTY, put("goes-" + i % 50, "w"));
                    writer.commit(Bytes.EMPTY, new Effect.Delete("b", List.of("goes-" + (i + 25) % 50)));
                }
            });
            Future<?> applying = threads.submit(() -> {
                while (!churn.isDone()) {
                    storage.workers().list();
                }
            });
            Journal reader = storage.claim(OTHER);
            do {
                int before = present.get();
                List<String> keys = listing(reader);
                assertThat(keys).doesNotHaveDuplicates();
                assertThat(new HashSet<>(keys))
                        .containsAll(IntStream.range(0, before)
                                .mapToObj(i -> "stays-" + i)
                                .toList());
            } while (!churn.isDone());
            churn.get();
            applying.get();
        }
    }

    private static List<String> listing(Journal reader) {
        List<String> keys = new ArrayList<>();
        OptionalLong next = OptionalLong.empty();
        do {
            var page = reader.buckets().keys("b", next, 23);
            keys.addAll(page.keys());
            next = page.next();
        } while (next.isPresent());
        return keys;
    }

    @Test
    void aSecondProcessIsTurnedAwayWithTheNameOfTheFirst() throws Exception {
        try (var storage = EmbeddedStorage.open(folder, CrashChild.options())) {
            assertThatThrownBy(() -> EmbeddedStorage.open(folder, CrashChild.options()))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("in use by this process");
            Process second = ChildProcess.start(CrashChild.class, folder, folder, 0, false, 0);
            String error = new String(second.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(error)
                    .contains("in use by process " + ProcessHandle.current().pid() + " on ");
            assertThat(storage.buckets().apply(put("k", "v"))).isEqualTo(Outcome.DONE);
        }
        EmbeddedStorage.open(folder, CrashChild.options()).close();
    }
}
