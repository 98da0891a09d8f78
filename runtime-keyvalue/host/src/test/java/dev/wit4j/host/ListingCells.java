package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import dev.wit4j.host.KeyValueContract.Generation;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.keyvalue.bucket.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wit.test.generations.pages.Pages;
import wit.test.generations.store.Store;

/** Listings, and the cursors of the generations that have them. */
interface ListingCells extends StoreUnderTest {
    /** A worker of each generation that lists page by page. */
    enum Paging {
        DRAFT(host -> host.worker(Generations.DRAFT, "one").exports().pages()),
        DRAFT_TWO(host -> host.worker(Generations.DRAFT_TWO, "one").exports().pages());

        private final Function<ComponentHost, Pages> pages;

        Paging(Function<ComponentHost, Pages> pages) {
            this.pages = pages;
        }
    }

    @ParameterizedTest
    @EnumSource
    default void aListingHasEveryKeyOnceAlsoOverPages(Generation generation) {
        Store store = generation.of(host());
        var entries = new ArrayList<Tuple2<String, Bytes>>();
        for (int i = 0; i < Limits.DEFAULT.pageKeys() + 100; i++) {
            entries.add(new Tuple2<>("key-" + i, Bytes.EMPTY));
        }
        store.setMany("bucket", entries);
        assertThat(store.listKeys("bucket"))
                .containsExactlyInAnyOrderElementsOf(
                        entries.stream().map(Tuple2::first).toList());
    }

    @ParameterizedTest
    @EnumSource
    default void aCursorLeadsToTheNextPageAndTheLastPageHasNone(Paging paging) {
        var entries = new ArrayList<Tuple2<String, Bytes>>();
        for (int i = 0; i < Limits.DEFAULT.pageKeys() + 1; i++) {
            entries.add(new Tuple2<>("key-" + i, Bytes.EMPTY));
        }
        Generation.SEED.of(host()).setMany("bucket", entries);
        Pages pages = paging.pages.apply(host());
        Tuple2<List<String>, Optional<String>> first = pages.page("bucket", Optional.empty());
        assertThat(first.second()).isPresent();
        Tuple2<List<String>, Optional<String>> last = pages.page("bucket", first.second());
        assertThat(last.second()).isEmpty();
        assertThat(first.first()).doesNotContainAnyElementsOf(last.first());
        assertThat(first.first().size() + last.first().size()).isEqualTo(entries.size());
        assertThat(pages.page("bucket", Optional.of("4503599627370495")))
                .as("behind the last key that there can be")
                .isEqualTo(new Tuple2<>(List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    default void whatNoPageCanHaveGivenIsNoCursor(Paging paging) {
        Generation.SEED.of(host()).set("bucket", "key", Bytes.EMPTY);
        Pages pages = paging.pages.apply(host());
        var cursors = new ArrayList<>(List.of("4503599627370496", "9223372036854775807", "18446744073709551615"));
        if (paging == Paging.DRAFT_TWO) {
            cursors.addAll(List.of("-1", "", "key", "18446744073709551616", "0x10", "+5", "007", "\u0665"));
        }
        for (String cursor : cursors) {
            assertThatThrownBy(() -> pages.page("bucket", Optional.of(cursor)))
                    .isInstanceOfSatisfying(
                            StringException.class,
                            e -> assertThat(e.error()).isEqualTo("'" + cursor + "' is no cursor of list-keys"));
        }
        assertThat(pages.page("bucket", Optional.empty())).isEqualTo(new Tuple2<>(List.of("key"), Optional.empty()));
    }
}
