package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.keyvalue.bucket.Limits;
import dev.wit4j.runtime.InvocationFailedException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wit.test.generations.bodies.Bodies;
import wit.test.generations.store.Store;

/** One semantics of {@code wasi:keyvalue}, whatever the generation and the store. */
abstract class KeyValueContract implements WatchCells, CacheCells, ListingCells, SwapCells, RefusalCells, LeaseCells {
    private static final Bytes ONE = Bytes.of((byte) 1, (byte) 2, (byte) 3);
    private static final Bytes TWO = Bytes.of((byte) 4, (byte) 5, (byte) 6);

    private ComponentHost host;
    private String opened = "";

    /** The URI of a store that is empty when a test begins. */
    abstract String store();

    @BeforeEach
    void open() {
        opened = store();
        host = ComponentHost.open(opened, Generations.ALL, WATCHES);
    }

    @Override
    public final ComponentHost host() {
        return host;
    }

    @Override
    public final void reopen() {
        host.close();
        host = ComponentHost.open(opened, Generations.ALL, WATCHES);
        host.recover();
    }

    @Override
    public boolean outlivesItsHost() {
        return true;
    }

    @AfterEach
    void close() {
        host.close();
    }

    /** The generations, and what a worker of each offers. */
    enum Generation {
        SEED((host, name) -> host.worker(Generations.SEED, name).exports().store()),
        EVENTUAL((host, name) ->
                host.worker(Generations.EVENTUAL, name).exports().store()),
        DRAFT((host, name) -> host.worker(Generations.DRAFT, name).exports().store()),
        DRAFT_TWO((host, name) ->
                host.worker(Generations.DRAFT_TWO, name).exports().store());

        private final BiFunction<ComponentHost, String, Store> store;

        Generation(BiFunction<ComponentHost, String, Store> store) {
            this.store = store;
        }

        Store of(ComponentHost host) {
            return store.apply(host, "one");
        }

        Store another(ComponentHost host) {
            return store.apply(host, "two");
        }

        boolean countsWithoutSign() {
            return this != DRAFT_TWO;
        }
    }

    @ParameterizedTest
    @EnumSource
    void getReturnsTheValueThatWasSet(Generation generation) {
        Store store = generation.of(host);
        store.set("bucket", "key", ONE);
        assertThat(store.get("bucket", "key")).contains(ONE);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatWasNotSetHasNoValue(Generation generation) {
        assertThat(generation.of(host).get("bucket", "key")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void setReplacesAValue(Generation generation) {
        Store store = generation.of(host);
        store.set("bucket", "key", ONE);
        store.set("bucket", "key", TWO);
        assertThat(store.get("bucket", "key")).contains(TWO);
    }

    @ParameterizedTest
    @EnumSource
    void deleteRemovesAValue(Generation generation) {
        Store store = generation.of(host);
        store.set("bucket", "key", ONE);
        store.delete("bucket", "key");
        assertThat(store.get("bucket", "key")).isEmpty();
        assertThat(store.exists("bucket", "key")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void deletingAnAbsentKeyIsNoError(Generation generation) {
        generation.of(host).delete("bucket", "key");
        assertThat(generation.of(host).exists("bucket", "key")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void existsTellsPresentFromAbsent(Generation generation) {
        Store store = generation.of(host);
        store.set("bucket", "key", ONE);
        assertThat(store.exists("bucket", "key")).isTrue();
        assertThat(store.exists("bucket", "other")).isFalse();
        assertThat(store.exists("other", "key")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void workersShareBuckets(Generation generation) {
        generation.of(host).set("bucket", "key", ONE);
        assertThat(generation.another(host).get("bucket", "key")).contains(ONE);
    }

    @ParameterizedTest
    @EnumSource
    void getManyReturnsValuesInTheOrderOfTheKeysAlsoOfEqualOnes(Generation generation) {
        Store store = generation.of(host);
        store.setMany(
                "bucket", List.of(new Tuple2<>("a", ONE), new Tuple2<>("b", TWO), new Tuple2<>("c", Bytes.EMPTY)));
        assertThat(store.getMany("bucket", List.of("c", "a", "b", "a")))
                .containsExactly(Optional.of(Bytes.EMPTY), Optional.of(ONE), Optional.of(TWO), Optional.of(ONE));
    }

    @ParameterizedTest
    @EnumSource
    void getManyOfAnAbsentKeyFailsInTheSeedsGenerationAndIsNoValueInOthers(Generation generation) {
        Store store = generation.of(host);
        store.set("bucket", "a", ONE);
        if (generation == Generation.SEED) {
            assertThatThrownBy(() -> store.getMany("bucket", List.of("a", "b")))
                    .isInstanceOfSatisfying(
                            StringException.class, e -> assertThat(e.error()).isEqualTo("Key not found"));
        } else {
            assertThat(store.getMany("bucket", List.of("a", "b"))).containsExactly(Optional.of(ONE), Optional.empty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void batchesMayBeEmpty(Generation generation) {
        Store store = generation.of(host);
        store.setMany("bucket", List.of());
        store.deleteMany("bucket", List.of());
        assertThat(store.getMany("bucket", List.of())).isEmpty();
        assertThat(store.listKeys("bucket")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoEqualKeysInABatchTheLaterWins(Generation generation) {
        Store store = generation.of(host);
        store.setMany("bucket", List.of(new Tuple2<>("key", ONE), new Tuple2<>("key", TWO)));
        assertThat(store.get("bucket", "key")).contains(TWO);
    }

    @ParameterizedTest
    @EnumSource
    void deleteManySkipsAbsentKeys(Generation generation) {
        Store store = generation.of(host);
        store.setMany("bucket", List.of(new Tuple2<>("a", ONE), new Tuple2<>("b", ONE), new Tuple2<>("c", ONE)));
        store.deleteMany("bucket", List.of("a", "absent", "c", "a"));
        assertThat(store.listKeys("bucket")).containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource
    void keysAndValuesMayBeEmptyAndKeysAnyText(Generation generation) {
        Store store = generation.of(host);
        List<String> keys = List.of("", " ", ":", "a:b", "{tag}", "\u0000", "\n", "\ud83d\ude00", "%41", "A");
        for (String key : keys) {
            store.set("bucket", key, Bytes.utf8(key));
        }
        for (String key : keys) {
            assertThat(store.get("bucket", key)).contains(Bytes.utf8(key));
        }
        assertThat(store.listKeys("bucket")).containsExactlyInAnyOrderElementsOf(keys);
        for (String key : keys) {
            assertThat(store.exists("bucket", key)).isTrue();
            store.delete("bucket", key);
            assertThat(store.exists("bucket", key)).isFalse();
        }
        assertThat(store.listKeys("bucket")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void bucketsAreApartWhateverTheirNames(Generation generation) {
        Store store = generation.of(host);
        List<String> buckets = List.of("", "a", "a:b", "a%3Ab", "{a}", "A", "\u00e4/..");
        for (String bucket : buckets) {
            store.set(bucket, "key", Bytes.utf8(bucket));
        }
        for (String bucket : buckets) {
            assertThat(store.get(bucket, "key")).contains(Bytes.utf8(bucket));
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytesAreKeptAsTheyAre(Generation generation) {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        generation.of(host).set("bucket", "key", Bytes.of(every));
        assertThat(generation.of(host).get("bucket", "key")).contains(Bytes.of(every));
    }

    @ParameterizedTest
    @EnumSource
    void whatExceedsALimitIsRefusedAndChangesNothing(Generation generation) {
        Store store = generation.of(host);
        String tooLong = "k".repeat(Limits.DEFAULT.keyBytes() + 1);
        assertThatThrownBy(() -> store.set("bucket", tooLong, ONE))
                .isInstanceOfSatisfying(
                        StringException.class,
                        e -> assertThat(e.error()).isEqualTo("a key may have 65536 bytes, this one has 65537"));
        String bucket = "b".repeat(Limits.DEFAULT.bucketNameBytes() + 1);
        assertThatThrownBy(() -> store.set(bucket, "key", ONE)).isInstanceOf(StringException.class);
        assertThat(store.listKeys("bucket")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCounterBeginsAtZeroAndIsAnAsciiDecimal(Generation generation) {
        Store store = generation.of(host);
        assertThat(store.increment("bucket", "key", 5)).isEqualTo(5);
        assertThat(store.increment("bucket", "key", 37)).isEqualTo(42);
        assertThat(store.get("bucket", "key")).contains(Bytes.utf8("42"));
    }

    @ParameterizedTest
    @EnumSource
    void aCounterHoldsTheFullRangeOfItsTypeAndNeverWraps(Generation generation) {
        Store store = generation.of(host);
        long most = generation.countsWithoutSign() ? -1 : Long.MAX_VALUE;
        String text = generation.countsWithoutSign() ? "18446744073709551615" : "9223372036854775807";
        store.set("bucket", "key", Bytes.utf8(text.substring(0, text.length() - 1) + "0"));
        assertThat(store.increment("bucket", "key", most % 10 == -1 ? 5 : 7)).isEqualTo(most);
        assertThat(store.get("bucket", "key")).contains(Bytes.utf8(text));
        assertThatThrownBy(() -> store.increment("bucket", "key", 1))
                .isInstanceOfSatisfying(
                        StringException.class,
                        e -> assertThat(e.error()).isEqualTo("the number would leave its range"));
        assertThat(store.get("bucket", "key")).contains(Bytes.utf8(text));
    }

    @ParameterizedTest
    @EnumSource
    void aCounterOnATextIsRefusedAlsoOnAnEmptyOne(Generation generation) {
        Store store = generation.of(host);
        for (String text : List.of("many", "")) {
            store.set("bucket", "key", Bytes.utf8(text));
            assertThatThrownBy(() -> store.increment("bucket", "key", 1))
                    .isInstanceOfSatisfying(
                            StringException.class, e -> assertThat(e.error()).isEqualTo("the value is not a number"));
            assertThat(store.get("bucket", "key")).contains(Bytes.utf8(text));
        }
    }

    @Test
    void aSignedCounterGoesBelowZero() {
        Store store = Generation.DRAFT_TWO.of(host);
        assertThat(store.increment("bucket", "key", -3)).isEqualTo(-3);
        assertThat(store.get("bucket", "key")).contains(Bytes.utf8("-3"));
    }

    @Test
    void aSignedCounterNeverWrapsBelowItsRange() {
        Store store = Generation.DRAFT_TWO.of(host);
        assertThat(store.increment("bucket", "key", Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> store.increment("bucket", "key", -1))
                .isInstanceOfSatisfying(
                        StringException.class,
                        e -> assertThat(e.error()).isEqualTo("the number would leave its range"));
        assertThat(store.get("bucket", "key")).contains(Bytes.utf8("-9223372036854775808"));
    }

    @Test
    void componentsOfDifferentGenerationsSeeTheSameBuckets() {
        for (Generation writer : Generation.values()) {
            writer.of(host).set("bucket", "key", Bytes.utf8(writer.name()));
            for (Generation reader : Generation.values()) {
                assertThat(reader.of(host).get("bucket", "key")).contains(Bytes.utf8(writer.name()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SEED", "EVENTUAL"})
    void writingABodyTwiceAppends(Generation generation) {
        bodies(generation).writeTwice("bucket", "key", ONE, TWO);
        assertThat(generation.of(host).get("bucket", "key")).contains(ONE.concat(TWO));
    }

    @ParameterizedTest
    @EnumSource(names = {"SEED", "EVENTUAL"})
    void consumingABodyDrainsIt(Generation generation) {
        generation.of(host).set("bucket", "key", ONE);
        assertThat(bodies(generation).consumeTwice("bucket", "key")).isEqualTo(new Tuple2<>(ONE, Bytes.EMPTY));
        assertThat(bodies(generation).sizes("bucket", "key")).isEqualTo(new Tuple2<>(3L, 0L));
    }

    @ParameterizedTest
    @EnumSource(names = {"SEED", "EVENTUAL"})
    void bodiesMayBeStreams(Generation generation) {
        bodies(generation).writeByStream("bucket", "key", List.of(ONE, Bytes.EMPTY, TWO));
        assertThat(generation.of(host).get("bucket", "key")).contains(ONE.concat(TWO));
        assertThat(bodies(generation).readByStream("bucket", "key", 4))
                .containsExactly(ONE.concat(TWO).slice(0, 4), TWO.slice(1, 3));
    }

    @Test
    void anErrorThatNobodyHandlesSaysInTheFailureWhatTheHostSaid() {
        assertThatThrownBy(() -> bodies(Generation.SEED).consumeTwice("bucket", "absent"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageEndingWith("wasi-cloud-error.error: Key not found");
    }

    private Bodies bodies(Generation generation) {
        return generation == Generation.SEED
                ? host.worker(Generations.SEED, "one").exports().bodies()
                : host.worker(Generations.EVENTUAL, "one").exports().bodies();
    }
}
