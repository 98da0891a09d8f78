package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.host.KeyValueContract.Generation;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.keyvalue.bucket.Limits;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wit.test.generations.bodies.Bodies;
import wit.test.generations.store.Store;
import wit.test.generations.swaps.SwapError;
import wit.test.generations.swaps.SwapErrorException;
import wit.test.generations.swaps.Swaps;

/** Both forms of swaps: of numbers, and of whole values that were looked at. */
interface SwapCells extends StoreUnderTest {
    /** A worker of each generation that swaps numbers. */
    enum Swapping {
        SEED(
                Generation.SEED,
                host -> host.worker(Generations.SEED, "one").exports().bodies()),
        EVENTUAL(
                Generation.EVENTUAL,
                host -> host.worker(Generations.EVENTUAL, "one").exports().bodies());

        private final Generation generation;
        private final Function<ComponentHost, Bodies> bodies;

        Swapping(Generation generation, Function<ComponentHost, Bodies> bodies) {
            this.generation = generation;
            this.bodies = bodies;
        }

        Bodies of(ComponentHost host) {
            return bodies.apply(host);
        }
    }

    private Store store() {
        return Generation.DRAFT_TWO.of(host());
    }

    private Swaps swaps() {
        return host().worker(Generations.DRAFT_TWO, "one").exports().swaps();
    }

    private static Bytes bytes(String text) {
        return Bytes.utf8(text);
    }

    @ParameterizedTest
    @EnumSource
    default void aNumberIsSwappedIfItIsTheExpectedOne(Swapping swapping) {
        Bodies bodies = swapping.of(host());
        Store store = swapping.generation.of(host());
        store.increment("bucket", "key", 7);
        assertThat(bodies.swapNumber("bucket", "key", 8, 9)).isFalse();
        assertThat(bodies.swapNumber("bucket", "key", 7, -1)).isTrue();
        assertThat(store.get("bucket", "key")).contains(bytes("18446744073709551615"));
    }

    @ParameterizedTest
    @EnumSource
    default void whatIsNoNumberIsNotTheExpectedOne(Swapping swapping) {
        Bodies bodies = swapping.of(host());
        Store store = swapping.generation.of(host());
        for (String text : new String[] {"", "many", "00", "+0"}) {
            store.set("bucket", "", bytes(text));
            assertThat(bodies.swapNumber("bucket", "", 0, 1)).isFalse();
            assertThat(store.get("bucket", "")).contains(bytes(text));
        }
        store.set("bucket", "", bytes("0"));
        assertThat(bodies.swapNumber("bucket", "", 0, 1)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    default void swappingAnAbsentNumberIsAnErrorInTheSeedsGenerationAndNothingInTheNext(Swapping swapping) {
        Bodies bodies = swapping.of(host());
        if (swapping == Swapping.SEED) {
            assertThatThrownBy(() -> bodies.swapNumber("bucket", "key", 0, 1))
                    .isInstanceOfSatisfying(
                            StringException.class, e -> assertThat(e.error()).isEqualTo("Key not found"));
        } else {
            assertThat(bodies.swapNumber("bucket", "key", 0, 1)).isFalse();
        }
        assertThat(store().exists("bucket", "key")).isFalse();
    }

    @Test
    default void aValueIsSwappedIfItIsStillTheOneThatWasSeen() {
        assertThat(swaps().see("bucket", "key")).isEmpty();
        swaps().swap(bytes("one"));
        assertThat(swaps().see("bucket", "key")).contains(bytes("one"));
        swaps().swap(Bytes.EMPTY);
        assertThat(store().get("bucket", "key")).contains(Bytes.EMPTY);
    }

    @Test
    default void anEmptyValueIsNotAnAbsentOne() {
        store().set("bucket", "", Bytes.EMPTY);
        assertThat(swaps().see("bucket", "")).contains(Bytes.EMPTY);
        store().delete("bucket", "");
        assertThatThrownBy(() -> swaps().swap(bytes("one"))).satisfies(changed(Optional.empty()));

        assertThat(swaps().see("bucket", "")).isEmpty();
        store().set("bucket", "", Bytes.EMPTY);
        assertThatThrownBy(() -> swaps().swap(bytes("one"))).satisfies(changed(Optional.of(Bytes.EMPTY)));
        assertThat(store().get("bucket", "")).contains(Bytes.EMPTY);
    }

    @Test
    default void aFailedSwapHandsBackWhatIsThereNow() {
        store().set("bucket", "key", bytes("one"));
        swaps().see("bucket", "key");
        store().set("bucket", "key", bytes("two"));
        assertThatThrownBy(() -> swaps().swap(bytes("three"))).satisfies(changed(Optional.of(bytes("two"))));
        assertThat(store().get("bucket", "key")).contains(bytes("two"));
    }

    @Test
    default void aKeyThatIsTooLongIsNeitherSeenNorSwapped() {
        String tooLong = "k".repeat(Limits.DEFAULT.keyBytes() + 1);
        String message = "a key may have 65536 bytes, this one has 65537";
        assertThatThrownBy(() -> swaps().see("bucket", tooLong))
                .isInstanceOfSatisfying(
                        StringException.class, e -> assertThat(e.error()).isEqualTo(message));
        for (Swapping swapping : Swapping.values()) {
            assertThatThrownBy(() -> swapping.of(host()).swapNumber("bucket", tooLong, 0, 1))
                    .isInstanceOfSatisfying(
                            StringException.class, e -> assertThat(e.error()).isEqualTo(message));
        }
    }

    private static java.util.function.Consumer<Throwable> changed(Optional<Bytes> now) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        SwapErrorException.class, e -> assertThat(e.error()).isEqualTo(new SwapError.Changed(now)));
    }
}
