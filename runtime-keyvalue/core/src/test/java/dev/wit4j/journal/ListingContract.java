package dev.wit4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Invariant 18: a key that is present throughout a listing appears exactly once. */
interface ListingContract extends StorageUnderTest {
    private void fill(String prefix, int count) {
        apply(new Effect.PutAll(
                "b",
                IntStream.range(0, count)
                        .mapToObj(i -> new Effect.KeyValue(prefix + i, bytes("v")))
                        .toList()));
    }

    /** Lists with pages of {@code limit}, and runs {@code between} behind each page. */
    private List<String> list(int limit, Consumer<Integer> between) {
        List<String> keys = new ArrayList<>();
        OptionalLong cursor = OptionalLong.empty();
        int pages = 0;
        do {
            BucketReader.Page page = storage().buckets().keys("b", cursor, limit);
            keys.addAll(page.keys());
            cursor = page.next();
            between.accept(pages++);
        } while (cursor.isPresent());
        return keys;
    }

    @Test
    default void anEmptyBucketHasOnePageWithoutKeys() {
        assertThat(storage().buckets().keys("b", OptionalLong.empty(), 10))
                .isEqualTo(new BucketReader.Page(List.of(), OptionalLong.empty()));
    }

    @Test
    default void keysComeInTheirOrderInPagesOfTheLimit() {
        fill("key-", 100);

        List<String> keys = list(7, page -> {});
        assertThat(keys)
                .hasSize(100)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(java.util.Comparator.comparingLong(KeyOrder::of));
        assertThat(storage().buckets().keys("b", OptionalLong.empty(), 7).keys())
                .hasSize(7);
        assertThat(storage().buckets().keys("b", OptionalLong.empty(), 100).keys())
                .hasSize(100);
    }

    @Test
    default void aKeyThatWasDeletedOrReplacedIsListedAccordingly() {
        fill("key-", 10);
        apply(new Effect.Delete("b", List.of("key-3")));
        fill("key-", 2);

        assertThat(list(4, page -> {})).hasSize(9).doesNotHaveDuplicates().doesNotContain("key-3");
    }

    @Test
    default void everyKindOfEffectThatSetsAKeyListsIt() {
        apply(new Effect.Put("b", "put", bytes("v"), OptionalLong.empty()));
        apply(new Effect.PutAll("b", List.of(new Effect.KeyValue("put-all", bytes("v")))));
        apply(new Effect.Increment("b", "increment", 1, Effect.Range.SIGNED));
        apply(new Effect.CompareAndSwap("b", "swap", java.util.Optional.empty(), bytes("v")));
        storage().claim(WORKER).commit(bytes("e"), new Effect.Put("b", "journal", bytes("v"), OptionalLong.empty()));

        assertThat(list(10, page -> {})).containsExactlyInAnyOrder("put", "put-all", "increment", "swap", "journal");
    }

    @Test
    default void aKeyThatIsPresentThroughoutAListingAppearsExactlyOnce() {
        fill("stays-", 300);
        fill("goes-", 100);
        Random random = new Random(18);

        List<String> keys = list(20, page -> {
            for (int i = 0; i < 20; i++) {
                apply(new Effect.Delete("b", List.of("goes-" + random.nextInt(100))));
                fill("comes-" + random.nextInt(1000) + "-", 1);
                fill("stays-", 1 + random.nextInt(5));
            }
        });

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys)
                .containsAll(IntStream.range(0, 300).mapToObj(i -> "stays-" + i).toList());
    }

    @Test
    default void aListingGoesOnAcrossARestart() {
        fill("key-", 200);

        List<String> keys = list(30, page -> {
            if (page == 3) {
                try {
                    restart();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        });

        assertThat(keys).hasSize(200).doesNotHaveDuplicates();
    }
}
