package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import dev.wit4j.host.KeyValueContract.Generation;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.journal.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wit.test.generations.heard.Change;
import wit.test.generations.heard.Heard;
import wit.test.generations.store.Store;
import wit.test.generations.swaps.SwapErrorException;

/** Workers that watch buckets hear of each change, whatever the generation and the store. */
interface WatchCells extends StoreUnderTest {
    /** Which bucket each of the watchers watches. */
    Map<String, WorkerId> WATCHES = Map.of(
            "watched-by-seed", new WorkerId("seed-watcher", "one"),
            "watched-by-eventual", new WorkerId("eventual-watcher", "one"),
            "watched-by-draft", new WorkerId("draft-watcher", "one"),
            "watched-by-draft-two", new WorkerId("draft-two-watcher", "one"));

    /** A watcher of each generation. */
    enum Watcher {
        SEED(
                "watched-by-seed",
                host -> host.worker(Generations.SEED_WATCHER, "one").exports().heard()),
        EVENTUAL(
                "watched-by-eventual",
                host -> host.worker(Generations.EVENTUAL_WATCHER, "one")
                        .exports()
                        .heard()),
        DRAFT(
                "watched-by-draft",
                host -> host.worker(Generations.DRAFT_WATCHER, "one").exports().heard()),
        DRAFT_TWO(
                "watched-by-draft-two",
                host -> host.worker(Generations.DRAFT_TWO_WATCHER, "one")
                        .exports()
                        .heard());

        private final String bucket;
        private final Function<ComponentHost, Heard> heard;

        Watcher(String bucket, Function<ComponentHost, Heard> heard) {
            this.bucket = bucket;
            this.heard = heard;
        }
    }

    /** What the watcher heard, as soon as it is {@code count} changes: key, and value or what says that there is none. */
    private List<String> heard(Watcher watcher, int count) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        List<Change> changes = watcher.heard.apply(host()).changes();
        while (changes.size() < count && Instant.now().isBefore(deadline)) {
            changes = watcher.heard.apply(host()).changes();
        }
        return changes.stream()
                .map(change -> change.key()
                        + change.value()
                                .map(value -> "=" + value.toUtf8String())
                                .orElse(" removed"))
                .toList();
    }

    private static Bytes bytes(String text) {
        return Bytes.utf8(text);
    }

    @ParameterizedTest
    @EnumSource
    default void aWatcherHearsWhatWasSetAndRemoved(Watcher watcher) {
        Store store = Generation.EVENTUAL.of(host());
        store.set(watcher.bucket, "key", bytes("1"));
        store.set(watcher.bucket, "key", bytes("1"));
        store.set(watcher.bucket, "", bytes(""));
        store.delete(watcher.bucket, "key");
        store.delete(watcher.bucket, "");

        List<String> heard = heard(watcher, 5);
        assertThat(heard).containsExactlyInAnyOrder("key=1", "key=1", "=", "key removed", " removed");
        assertThat(heard)
                .filteredOn(change -> change.startsWith("key"))
                .containsExactly("key=1", "key=1", "key removed");
        assertThat(heard).filteredOn(change -> !change.startsWith("key")).containsExactly("=", " removed");
    }

    @ParameterizedTest
    @EnumSource
    default void aWatcherIsGivenTheBucketThatChanged(Watcher watcher) {
        Store store = Generation.DRAFT.of(host());
        store.set(watcher.bucket, "name", bytes(watcher.name()));
        store.delete(watcher.bucket, "absent");
        store.set("another", "key", bytes("1"));

        heard(watcher, 1);
        assertThat(watcher.heard.apply(host()).changes())
                .containsExactly(
                        new Change(Optional.of(bytes(watcher.name())), "name", Optional.of(bytes(watcher.name()))));
    }

    @ParameterizedTest
    @EnumSource
    default void countersAndSwapsAreSets(Watcher watcher) {
        Generation.SEED.of(host()).increment(watcher.bucket, "n", 5);
        Generation.DRAFT_TWO.of(host()).increment(watcher.bucket, "n", -2);
        host().worker(Generations.EVENTUAL, "one").exports().bodies().swapNumber(watcher.bucket, "n", 3, 4);
        var swaps = host().worker(Generations.DRAFT_TWO, "one").exports().swaps();
        swaps.see(watcher.bucket, "n");
        swaps.swap(bytes("five"));

        assertThat(heard(watcher, 4)).containsExactly("n=5", "n=3", "n=4", "n=five");
    }

    @ParameterizedTest
    @EnumSource
    default void whatIsRefusedIsNotHeardOf(Watcher watcher) {
        Store store = Generation.DRAFT_TWO.of(host());
        store.set(watcher.bucket, "key", bytes("text"));
        assertThatThrownBy(() -> store.increment(watcher.bucket, "key", 1)).isInstanceOf(StringException.class);
        assertThatThrownBy(() -> store.set(watcher.bucket, "k".repeat(70_000), bytes("1")))
                .isInstanceOf(StringException.class);
        var swaps = host().worker(Generations.DRAFT_TWO, "one").exports().swaps();
        swaps.see(watcher.bucket, "key");
        store.set(watcher.bucket, "key", bytes("2"));
        assertThatThrownBy(() -> swaps.swap(bytes("3"))).isInstanceOf(SwapErrorException.class);
        store.set(watcher.bucket, "key", bytes("end"));

        assertThat(heard(watcher, 3)).containsExactly("key=text", "key=2", "key=end");
    }

    @ParameterizedTest
    @EnumSource
    default void aBatchIsHeardOfKeyByKeyAndOfEqualKeysTheLater(Watcher watcher) {
        Store store = Generation.SEED.of(host());
        store.setMany(
                watcher.bucket,
                List.of(new Tuple2<>("a", bytes("1")), new Tuple2<>("b", bytes("2")), new Tuple2<>("a", bytes("3"))));
        store.deleteMany(watcher.bucket, List.of("b", "absent", "b"));

        List<String> heard = heard(watcher, 3);
        assertThat(heard).containsExactlyInAnyOrder("a=3", "b=2", "b removed");
        assertThat(heard).filteredOn(change -> change.startsWith("b")).containsExactly("b=2", "b removed");
    }

    @ParameterizedTest
    @EnumSource
    default void whatAWatcherHeardOutlivesItsHost(Watcher watcher) {
        org.junit.jupiter.api.Assumptions.assumeTrue(outlivesItsHost());
        Store before = Generation.DRAFT.of(host());
        for (int i = 0; i < 20; i++) {
            before.set(watcher.bucket, "key", bytes("" + i));
        }
        reopen();
        Generation.DRAFT.of(host()).set(watcher.bucket, "key", bytes("20"));

        assertThat(heard(watcher, 21))
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(0, 20)
                        .mapToObj(i -> "key=" + i)
                        .toList());
    }

    @Test
    default void whoMayFillWhatIsCachedIsNotWatched() {
        Map<String, WorkerId> watches = Map.of("cache/vacancies", new WorkerId("draft-watcher", "one"));
        assertThatThrownBy(() -> ComponentHost.open("memory:", Generations.ALL, watches))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the bucket 'cache/vacancies', which is none that components have");
    }

    @Test
    default void aComponentThatCannotHearOfChangesIsRefusedAsAWatcher() {
        assertThatThrownBy(() ->
                        ComponentHost.open("memory:", Generations.ALL, Map.of("bucket", new WorkerId("seed", "one"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "component seed exports nothing by which it could hear of the changes of the bucket 'bucket'");
        assertThatThrownBy(() ->
                        ComponentHost.open("memory:", Generations.ALL, Map.of("bucket", new WorkerId("nobody", "one"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("component nobody, which is to watch the bucket 'bucket', is not one of this host");
    }
}
