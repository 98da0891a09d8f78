package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketChange;
import dev.wit4j.journal.BucketWatcher;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.WorkerId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever forwards changes does so whatever happens to some of them. */
class ChangeForwarderTest {
    private static final WorkerId WATCHER = new WorkerId("watcher", "one");

    private final RedisServer server = RedisServer.start(RedisBinary.preferred(), "appendfsync everysec");
    private final RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT);

    @AfterEach
    void stop() {
        storage.close();
        server.close();
    }

    /** Watches the buckets {@code a} and {@code b}, in this order. */
    private static final class Watcher implements BucketWatcher {
        private final Semaphore enqueued = new Semaphore(0);
        private final Consumer<BucketChange> before;

        Watcher(Consumer<BucketChange> before) {
            this.before = before;
        }

        @Override
        public Set<String> buckets() {
            return new LinkedHashSet<>(List.of("a", "b"));
        }

        @Override
        public WorkerId worker(String bucket) {
            return WATCHER;
        }

        @Override
        public Invocation invocation(BucketChange change) {
            before.accept(change);
            return new Invocation(change.id(), Bytes.utf8(change.bucket() + " " + change.key()));
        }

        @Override
        public void enqueued(WorkerId worker) {
            enqueued.release();
        }
    }

    private void set(String bucket, String key, Bytes value) {
        storage.buckets().apply(new Effect.Put(bucket, key, value, OptionalLong.empty()));
    }

    private List<String> heard() {
        return storage.mailbox(WATCHER).pending().stream()
                .map(invocation -> invocation.content().toUtf8String())
                .toList();
    }

    @Test
    void whatFailsForOneBucketKeepsNoOtherWaiting() {
        Watcher watcher = new Watcher(change -> {
            if (change.bucket().equals("a")) {
                throw new IllegalStateException("nobody knows how to tell of it");
            }
        });
        storage.changes().record(watcher.buckets());
        set("a", "k", Bytes.EMPTY);
        set("b", "k", Bytes.EMPTY);

        assertThat(new ChangeForwarder(storage, watcher).forward()).isFalse();
        assertThat(heard()).containsExactly("b k");
    }

    @Test
    void anErrorIsNotTheEndOfForwarding() throws Exception {
        AtomicReference<Error> error = new AtomicReference<>(new OutOfMemoryError("a test"));
        Watcher watcher = new Watcher(change -> {
            Error first = error.getAndSet(null);
            if (first != null) {
                throw first;
            }
        });
        storage.watch(watcher);
        set("a", "k", Bytes.EMPTY);

        while (!heard().contains("a k")) {
            assertThat(watcher.enqueued.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(error).hasValue(null);
    }

    @Test
    void aStreamIsReadByPagesWhoseSizeIsBoundedWhateverThatOfItsEntries() {
        Watcher watcher = new Watcher(change -> {});
        storage.changes().record(watcher.buckets());
        Bytes large = Bytes.wrap(new byte[600_000]);
        for (int i = 0; i < 5; i++) {
            set("a", "large-" + i, large);
        }
        byte[] stream = storage.keys().shard("a", 0).changes();
        StreamPage page = StreamPage.first(storage.redis(), stream);
        assertThat(page.entries()).hasSize(2);
        assertThat(page.more()).isTrue();

        new ChangeForwarder(storage, watcher).forward();
        assertThat(heard()).containsExactly("a large-0", "a large-1", "a large-2", "a large-3", "a large-4");
        assertThat(StreamPage.first(storage.redis(), stream)).isEqualTo(new StreamPage(List.of(), false));
    }
}
