package dev.wit4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes of buckets that are watched become invocations of whoever watches them. */
interface WatchContract extends StorageUnderTest {
    /** Watches the buckets {@code b} and {@code c}; a call is the text of its change. */
    final class Watcher implements BucketWatcher {
        private final Semaphore enqueued = new Semaphore(0);

        @Override
        public Set<String> buckets() {
            return Set.of("b", "c");
        }

        @Override
        public WorkerId worker(String bucket) {
            return bucket.equals("b") ? OTHER : new WorkerId("counter", "three");
        }

        @Override
        public Invocation invocation(BucketChange change) {
            String value = change.value()
                    .map(Bytes::toUtf8String)
                    .map(text -> "=" + text)
                    .orElse(" removed");
            return new Invocation(change.id(), Bytes.utf8(change.bucket() + " " + change.key() + value));
        }

        @Override
        public void enqueued(WorkerId worker) {
            enqueued.release();
        }
    }

    private Watcher watch() {
        Watcher watcher = new Watcher();
        storage().watch(watcher);
        return watcher;
    }

    private List<String> heard(WorkerId worker) {
        return storage().mailbox(worker).pending().stream()
                .map(invocation -> invocation.content().toUtf8String())
                .toList();
    }

    /** What the worker hears, as soon as it is {@code count} changes. */
    private List<String> heard(Watcher watcher, int count) throws InterruptedException {
        while (heard(OTHER).size() < count) {
            assertThat(watcher.enqueued.tryAcquire(30, TimeUnit.SECONDS))
                    .as("it is told within half a minute; so far there is %s", heard(OTHER))
                    .isTrue();
        }
        return heard(OTHER);
    }

    private Effect.Put set(String bucket, String key, String value) {
        return new Effect.Put(bucket, key, bytes(value), OptionalLong.empty());
    }

    @Test
    default void eachChangeOfAWatchedBucketWaitsForWhoeverWatchesIt() throws Exception {
        Watcher watcher = watch();
        Journal journal = storage().claim(WORKER);
        journal.commit(bytes("set"), set("b", "k", "1"));
        journal.commit(bytes("set"), set("b", "k", "1"));
        journal.commit(bytes("expiring"), new Effect.Put("b", "k", bytes("2"), OptionalLong.of(3_600_000)));
        journal.commit(bytes("increment"), new Effect.Increment("b", "k", 3, Range.SIGNED));
        journal.commit(bytes("swap"), new Effect.CompareAndSwap("b", "k", Optional.of(bytes("5")), bytes("")));
        journal.commit(bytes("delete"), new Effect.Delete("b", List.of("k")));
        journal.commit(bytes("swap"), new Effect.CompareAndSwap("b", "k", Optional.empty(), bytes("6")));
        journal.commit(
                bytes("remove"),
                new Effect.CompareAndSwap("b", "k", Optional.of(bytes("6")), Bytes.EMPTY, OptionalLong.of(0)));

        assertThat(heard(watcher, 8))
                .containsExactly("b k=1", "b k=1", "b k=2", "b k=5", "b k=", "b k removed", "b k=6", "b k removed");
        assertThat(storage().workers().withPendingInvocations()).containsExactly(OTHER);
    }

    @Test
    default void writesOutsideOfJournalsAreChangesToo() throws Exception {
        Watcher watcher = watch();
        apply(set("b", "k", "1"));
        apply(new Effect.Increment("b", "k", 1, Range.UNSIGNED));
        apply(new Effect.Delete("b", List.of("k")));

        assertThat(heard(watcher, 3)).containsExactly("b k=1", "b k=2", "b k removed");
    }

    @Test
    default void aBatchIsOneChangeForEachOfItsKeys() throws Exception {
        Watcher watcher = watch();
        apply(new Effect.PutAll(
                "b",
                List.of(
                        new Effect.KeyValue("k", bytes("1")),
                        new Effect.KeyValue("l", bytes("2")),
                        new Effect.KeyValue("k", bytes("3")))));
        apply(new Effect.Delete("b", List.of("absent", "l", "l", "k")));

        List<String> heard = heard(watcher, 4);
        assertThat(heard.subList(0, 2)).containsExactlyInAnyOrder("b k=3", "b l=2");
        assertThat(heard.subList(2, 4)).containsExactlyInAnyOrder("b k removed", "b l removed");
    }

    @Test
    default void aLargeBatchIsToldWhole() throws Exception {
        Watcher watcher = watch();
        List<Effect.KeyValue> many = IntStream.range(0, 1_200)
                .mapToObj(i -> new Effect.KeyValue("key-" + i, bytes("v" + i)))
                .toList();
        apply(new Effect.PutAll("b", many));

        assertThat(heard(watcher, 1_200))
                .containsExactlyInAnyOrderElementsOf(many.stream()
                        .map(entry -> "b " + entry.key() + "=" + entry.value().toUtf8String())
                        .toList());
    }

    @Test
    default void whatChangesNothingIsNoChange() throws Exception {
        apply(set("b", "text", "t"));
        Watcher watcher = watch();
        apply(new Effect.Increment("b", "text", 1, Range.UNSIGNED));
        apply(new Effect.CompareAndSwap("b", "text", Optional.empty(), bytes("s")));
        apply(new Effect.Delete("b", List.of("absent")));
        apply(new Effect.Delete("b", List.of()));
        apply(new Effect.PutAll("b", List.of()));
        Journal fenced = storage().claim(WORKER);
        storage().claim(WORKER);
        assertThatThrownBy(() -> fenced.commit(bytes("late"), set("b", "k", "late")))
                .isInstanceOf(FencedException.class);
        apply(set("b", "k", "1"));

        assertThat(heard(watcher, 1)).containsExactly("b k=1");
    }

    @Test
    default void anExpiryIsNoChange() throws Exception {
        Watcher watcher = watch();
        apply(new Effect.Put("b", "soon", bytes("1"), OptionalLong.of(50)));
        pass(java.time.Duration.ofMillis(60));
        apply(new Effect.Delete("b", List.of("soon")));
        apply(set("b", "k", "1"));

        assertThat(heard(watcher, 2)).containsExactly("b soon=1", "b k=1");
    }

    @Test
    default void eachWorkerHearsOfItsOwnBuckets() throws Exception {
        Watcher watcher = watch();
        apply(set("unwatched", "k", "1"));
        apply(set("c", "k", "2"));
        apply(set("b", "k", "3"));

        assertThat(heard(watcher, 1)).containsExactly("b k=3");
        while (heard(watcher.worker("c")).isEmpty()) {
            assertThat(watcher.enqueued.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(heard(watcher.worker("c"))).containsExactly("c k=2");
    }

    @Test
    default void aWorkerMayWatchWhatItWrites() throws Exception {
        Watcher watcher = watch();
        Journal journal = storage().claim(OTHER);
        journal.commit(bytes("set"), set("b", "k", "1"));

        assertThat(heard(watcher, 1)).containsExactly("b k=1");
        assertThat(records(journal)).hasSize(1);
    }

    @Test
    default void writersAtOnceAreHeardInTheOrderOfTheirWrites() throws Exception {
        Watcher watcher = watch();
        int threads = 4;
        int each = 25;
        var executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                Journal journal = storage().claim(new WorkerId("writer", "w" + thread));
                done.add(executor.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        journal.commit(bytes("i"), new Effect.Increment("b", "n", 1, Range.UNSIGNED));
                    }
                }));
            }
            for (Future<?> future : done) {
                future.get();
            }
        } finally {
            executor.shutdownNow();
        }

        assertThat(heard(watcher, threads * each))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, threads * each)
                        .mapToObj(i -> "b n=" + i)
                        .toList());
    }

    @Test
    default void changesOutliveARestartAndAreNotToldTwice() throws Exception {
        watch();
        Journal journal = storage().claim(WORKER);
        journal.commit(bytes("set"), set("b", "k", "1"));
        journal.commit(bytes("set"), set("b", "k", "2"));
        journal.sync();
        restart();
        Watcher watcher = watch();
        apply(set("b", "k", "3"));

        assertThat(heard(watcher, 3)).containsExactly("b k=1", "b k=2", "b k=3");
    }

    @Test
    default void largeValuesAreToldWhole() throws Exception {
        Watcher watcher = watch();
        Bytes large = StorageContract.large(4 << 20, 5);
        apply(new Effect.Put("b", "k", large, OptionalLong.empty()));
        heard(watcher, 1);

        Bytes content = storage().mailbox(OTHER).pending().get(0).content();
        assertThat(content).isEqualTo(Bytes.utf8("b k=" + large.toUtf8String()));
    }
}
