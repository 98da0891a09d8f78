package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Place;
import dev.wit4j.embedded.file.FolderDirectory;
import dev.wit4j.embedded.table.Tables;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.Effect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketStoreTest {
    /** As many as may read the tables at once. */
    private static final int READERS = 8;

    @TempDir
    private Path folder = Path.of("");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private static Effect.OnBucket put(String key) {
        return new Effect.Put("b", key, Bytes.utf8("v"), OptionalLong.empty());
    }

    private static Effect.OnBucket delete(String key) {
        return new Effect.Delete("b", List.of(key));
    }

    /** What a listing had seen of the overlay is forgotten where the tables that it reads then are younger. */
    @Test
    void aListingIsOfOneMomentAlsoWhenTheTablesCatchUpInItsMiddle() throws Exception {
        StoreFolder.make(folder);
        try (var tables = Tables.open(folder, 0);
                var engine = Engine.open(
                        new FolderDirectory(folder.resolve(StoreFolder.LOG)), tables, CrashChild.options())) {
            Parts parts = Parts.over(engine);
            Buckets buckets = EmbeddedBuckets.durable(parts);
            buckets.apply(put("x"));
            engine.awaitApplied(engine.log().last());
            buckets.apply(delete("x"));
            buckets.apply(put("y"));
            var released = new CountDownLatch(1);
            List<Future<Boolean>> readers = occupyReaders(tables, released);
            var listing = new FutureTask<BucketReader.Page>(() -> buckets.keys("b", OptionalLong.empty(), 10));
            Thread lister = new Thread(listing);
            lister.start();
            while (lister.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }

            buckets.apply(put("x"));
            buckets.apply(delete("y"));
            engine.awaitApplied(engine.log().last());
            released.countDown();

            assertThat(listing.get().keys()).containsExactly("x");
            for (Future<Boolean> reader : readers) {
                reader.get();
            }
        }
    }

    /** Lets nobody read the tables until {@code released}. */
    private List<Future<Boolean>> occupyReaders(Tables tables, CountDownLatch released) throws InterruptedException {
        var reading = new CountDownLatch(READERS);
        List<Future<Boolean>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(threads.submit(() -> tables.<Boolean>read(reader -> {
                reading.countDown();
                try {
                    released.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return true;
            })));
        }
        reading.await();
        return readers;
    }

    private static List<String> pagesOfOne(EmbeddedStorage storage) {
        List<String> keys = new ArrayList<>();
        OptionalLong next = OptionalLong.empty();
        do {
            BucketReader.Page page = storage.buckets().keys("b", next, 1);
            keys.addAll(page.keys());
            next = page.next();
        } while (next.isPresent());
        return keys;
    }

    /** A page ends between two orders: keys of the same order would else be lost behind the first of them. */
    @Test
    void keysOfTheSameOrderAreOnOnePageWhereverTheyAre() {
        String one = "key-dea38d5fd256f";
        String other = "key-fbd4899335a0a";
        assertThat(Place.of("b", one).order()).isEqualTo(Place.of("b", other).order());
        try (var storage = EmbeddedStorage.open(folder, CrashChild.options())) {
            storage.buckets().apply(put("x"));
            storage.buckets().apply(put(other));
            assertThat(pagesOfOne(storage)).containsExactlyInAnyOrder("x", other);
            storage.workers().list();
            storage.buckets().apply(put(one));
            assertThat(pagesOfOne(storage)).containsExactlyInAnyOrder("x", one, other);
            storage.workers().list();
            assertThat(pagesOfOne(storage)).containsExactlyInAnyOrder("x", one, other);
        }
    }

    /** What the tables got is forgotten, and nothing that was written since. */
    @Test
    void theOverlayForgetsWhatTheTablesHoldAndNoMore() {
        var overlay = new BucketOverlay();
        var place = Place.of("b", "k");
        Transaction.Publication first = overlay.publication(place, Optional.empty(), OptionalLong.empty());
        Transaction.Publication second = overlay.publication(place, Optional.empty(), OptionalLong.empty());
        first.publish(1);
        second.publish(2);

        first.retract();
        assertThat(overlay.behind("b", -1).values())
                .extracting(BucketOverlay.Written::record)
                .containsExactly(2L);
        second.retract();
        assertThat(overlay.behind("b", -1)).isEmpty();
    }
}
