package dev.wit4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect.Range;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What each effect on a bucket does, and its outcomes. */
interface EffectContract extends StorageUnderTest {
    Outcome NOT_A_NUMBER = new Outcome.Refused(Outcome.Reason.NOT_A_NUMBER);
    Outcome OVERFLOW = new Outcome.Refused(Outcome.Reason.OVERFLOW);

    private void set(String key, String value) {
        assertThat(apply(new Effect.Put("b", key, bytes(value), OptionalLong.empty())))
                .isEqualTo(Outcome.DONE);
    }

    private void setForMillis(String key, String value, long millis) {
        assertThat(apply(new Effect.Put("b", key, bytes(value), OptionalLong.of(millis))))
                .isEqualTo(Outcome.DONE);
    }

    private Optional<Bytes> get(String key) {
        return storage().buckets().get("b", key);
    }

    private Outcome increment(String key, long delta, Range range) {
        return apply(new Effect.Increment("b", key, delta, range));
    }

    private Outcome swap(String key, Optional<Bytes> expected, String value) {
        return apply(new Effect.CompareAndSwap("b", key, expected, bytes(value)));
    }

    @Test
    default void aBucketThatNobodyWroteToIsEmpty() {
        assertThat(get("k")).isEmpty();
        assertThat(storage().buckets().exists("b", "k")).isFalse();
        assertThat(storage().buckets().getAll("b", List.of("k", "l"), 1000))
                .containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    default void putSetsAndReplaces() {
        set("k", "1");
        set("k", "2");

        assertThat(get("k")).contains(bytes("2"));
        assertThat(storage().buckets().exists("b", "k")).isTrue();
    }

    @Test
    default void bucketsAreSeparate() {
        set("k", "1");

        assertThat(storage().buckets().exists("b:k", "")).isFalse();
        assertThat(storage().buckets().exists("c", "k")).isFalse();
    }

    @Test
    default void keysAndValuesMayBeEmptyOrHoldEveryByte() {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        apply(new Effect.Put("", "", Bytes.EMPTY, OptionalLong.empty()));
        apply(new Effect.Put("b", "\u0000\ud83d\ude00:{x}", Bytes.wrap(every), OptionalLong.empty()));

        assertThat(storage().buckets().get("", "")).contains(Bytes.EMPTY);
        assertThat(storage().buckets().exists("", "")).isTrue();
        assertThat(get("\u0000\ud83d\ude00:{x}")).contains(Bytes.wrap(every));
    }

    @Test
    default void whatIsNoTextIsNotReadAsAnotherKeyOrBucket() {
        apply(new Effect.Put("?", "?", bytes("v"), OptionalLong.empty()));
        Buckets buckets = storage().buckets();

        List<ThrowingCallable> reads = List.of(
                () -> buckets.get("?", "\ud800"),
                () -> buckets.get("\ud800", "?"),
                () -> buckets.exists("?", "\ud800"),
                () -> buckets.exists("\ud800", "?"),
                () -> buckets.getAll("?", List.of("?", "\ud800"), 1000),
                () -> buckets.getAll("\ud800", List.of("?"), 1000),
                () -> buckets.keys("\ud800", OptionalLong.empty(), 1));
        assertThat(reads)
                .allSatisfy(read -> assertThatIllegalArgumentException()
                        .isThrownBy(read)
                        .withMessageEndingWith("lone surrogate \\ud800 at index 0"));
    }

    @Test
    default void putAllSetsEachAndTheLaterOfTwoEqualKeysLast() {
        Outcome outcome = apply(new Effect.PutAll(
                "b",
                List.of(
                        new Effect.KeyValue("k", bytes("1")),
                        new Effect.KeyValue("l", bytes("2")),
                        new Effect.KeyValue("k", bytes("3")))));

        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(storage().buckets().getAll("b", List.of("k", "l", "k", "m"), 1000))
                .containsExactly(
                        Optional.of(bytes("3")), Optional.of(bytes("2")), Optional.of(bytes("3")), Optional.empty());
    }

    @Test
    default void noMoreIsReadAtOnceThanIsAllowed() {
        set("k", "123");
        set("l", "45");
        List<String> keys = List.of("l", "absent", "k", "l");

        assertThat(storage().buckets().getAll("b", keys, 7))
                .containsExactly(
                        Optional.of(bytes("45")),
                        Optional.empty(),
                        Optional.of(bytes("123")),
                        Optional.of(bytes("45")));
        assertThatThrownBy(() -> storage().buckets().getAll("b", keys, 6)).isInstanceOf(TooManyBytesException.class);
    }

    /** More of them, and larger ones, than go over a connection at once. */
    @Test
    default void manyAndLargeValuesAreReadInTheirOrder() {
        List<String> keys = IntStream.range(0, 2500).mapToObj(i -> "key-" + i).toList();
        apply(new Effect.PutAll(
                "b",
                keys.stream().map(key -> new Effect.KeyValue(key, bytes(key))).toList()));
        for (String key : List.of("key-0", "key-1", "key-1700")) {
            set(key, key.repeat(100_000));
        }
        List<Optional<Bytes>> values = storage().buckets().getAll("b", keys, 1 << 24);

        assertThat(values).hasSize(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            assertThat(values.get(i).orElseThrow().slice(0, keys.get(i).length()))
                    .isEqualTo(bytes(keys.get(i)));
        }
        assertThat(values.get(1700).orElseThrow().size()).isEqualTo(800_000);
    }

    @Test
    default void putAllOfNothingAndDeleteOfNothingDoNothing() {
        assertThat(apply(new Effect.PutAll("b", List.of()))).isEqualTo(Outcome.DONE);
        assertThat(apply(new Effect.Delete("b", List.of()))).isEqualTo(new Outcome.Count(0));
        assertThat(storage().buckets().getAll("b", List.of(), 1000)).isEmpty();
    }

    @Test
    default void putAllTakesManyKeys() {
        List<Effect.KeyValue> many = IntStream.range(0, 10_000)
                .mapToObj(i -> new Effect.KeyValue("key-" + i, bytes("v" + i)))
                .toList();

        assertThat(apply(new Effect.PutAll("b", many))).isEqualTo(Outcome.DONE);
        assertThat(get("key-0")).contains(bytes("v0"));
        assertThat(get("key-9999")).contains(bytes("v9999"));
        assertThat(apply(new Effect.Delete(
                        "b", many.stream().map(Effect.KeyValue::key).toList())))
                .isEqualTo(new Outcome.Count(10_000));
    }

    @Test
    default void deleteCountsEachKeyThatWasPresentOnce() {
        set("k", "1");
        set("l", "2");

        assertThat(apply(new Effect.Delete("b", List.of("k", "absent", "k", "l"))))
                .isEqualTo(new Outcome.Count(2));
        assertThat(get("k")).isEmpty();
        assertThat(apply(new Effect.Delete("b", List.of("k")))).isEqualTo(new Outcome.Count(0));
    }

    @Test
    default void incrementOfAnAbsentKeyCountsFromZero() {
        assertThat(increment("u", 5, Range.UNSIGNED)).isEqualTo(new Outcome.Number(5));
        assertThat(increment("s", -5, Range.SIGNED)).isEqualTo(new Outcome.Number(-5));
        assertThat(increment("z", 0, Range.UNSIGNED)).isEqualTo(new Outcome.Number(0));

        assertThat(get("u")).contains(bytes("5"));
        assertThat(get("s")).contains(bytes("-5"));
        assertThat(get("z")).contains(bytes("0"));
    }

    @Test
    default void incrementAddsToTheDecimalThatIsThere() {
        set("n", "40");

        assertThat(increment("n", 2, Range.UNSIGNED)).isEqualTo(new Outcome.Number(42));
        assertThat(get("n")).contains(bytes("42"));
    }

    @Test
    default void unsignedIncrementsUseAll64Bits() {
        set("n", "9007199254740993");
        assertThat(increment("n", 1, Range.UNSIGNED)).isEqualTo(new Outcome.Number(9007199254740994L));

        set("n", "9223372036854775807");
        assertThat(increment("n", 1, Range.UNSIGNED)).isEqualTo(new Outcome.Number(Long.MIN_VALUE));
        assertThat(get("n")).contains(bytes("9223372036854775808"));
        assertThat(increment("n", Long.MAX_VALUE, Range.UNSIGNED)).isEqualTo(new Outcome.Number(-1));
        assertThat(get("n")).contains(bytes("18446744073709551615"));
        assertThat(increment("n", 0, Range.UNSIGNED)).isEqualTo(new Outcome.Number(-1));
        assertThat(increment("absent", -1, Range.UNSIGNED)).isEqualTo(new Outcome.Number(-1));
        assertThat(get("absent")).contains(bytes("18446744073709551615"));
    }

    @Test
    default void unsignedIncrementsBeyondTheRangeAreRefusedAndChangeNothing() {
        set("n", "18446744073709551615");
        assertThat(increment("n", 1, Range.UNSIGNED)).isEqualTo(OVERFLOW);
        assertThat(get("n")).contains(bytes("18446744073709551615"));

        set("n", "1");
        assertThat(increment("n", -1, Range.UNSIGNED)).isEqualTo(OVERFLOW);
        assertThat(get("n")).contains(bytes("1"));

        set("n", "9223372036854775808");
        assertThat(increment("n", Long.MIN_VALUE, Range.UNSIGNED)).isEqualTo(OVERFLOW);
        assertThat(get("n")).contains(bytes("9223372036854775808"));
    }

    @Test
    default void signedIncrementsUseTheirWholeRange() {
        set("n", "9223372036854775806");
        assertThat(increment("n", 1, Range.SIGNED)).isEqualTo(new Outcome.Number(Long.MAX_VALUE));
        assertThat(increment("n", Long.MIN_VALUE, Range.SIGNED)).isEqualTo(new Outcome.Number(-1));
        assertThat(increment("n", -Long.MAX_VALUE, Range.SIGNED)).isEqualTo(new Outcome.Number(Long.MIN_VALUE));
        assertThat(get("n")).contains(bytes("-9223372036854775808"));
        assertThat(increment("n", Long.MAX_VALUE, Range.SIGNED)).isEqualTo(new Outcome.Number(-1));
        assertThat(increment("n", 1, Range.SIGNED)).isEqualTo(new Outcome.Number(0));
        assertThat(increment("absent", Long.MIN_VALUE, Range.SIGNED)).isEqualTo(new Outcome.Number(Long.MIN_VALUE));
    }

    @Test
    default void signedIncrementsBeyondTheRangeAreRefusedAndChangeNothing() {
        set("n", "9223372036854775807");
        assertThat(increment("n", 1, Range.SIGNED)).isEqualTo(OVERFLOW);
        assertThat(get("n")).contains(bytes("9223372036854775807"));

        set("n", "-9223372036854775808");
        assertThat(increment("n", -1, Range.SIGNED)).isEqualTo(OVERFLOW);
        assertThat(increment("n", Long.MIN_VALUE, Range.SIGNED)).isEqualTo(OVERFLOW);
        assertThat(get("n")).contains(bytes("-9223372036854775808"));
    }

    @Test
    default void incrementOfWhatIsNoNumberOfTheRangeIsRefused() {
        for (String text : List.of(
                "", " 1", "1 ", "+1", "01", "-0", "1.0", "1e3", "0x1", "text", "-", "\u0661", "99999999999999999999")) {
            set("n", text);
            assertThat(increment("n", 1, Range.UNSIGNED))
                    .as("unsigned '%s'", text)
                    .isEqualTo(NOT_A_NUMBER);
            assertThat(increment("n", 1, Range.SIGNED)).as("signed '%s'", text).isEqualTo(NOT_A_NUMBER);
            assertThat(get("n")).contains(bytes(text));
        }
        set("n", "-1");
        assertThat(increment("n", 1, Range.UNSIGNED)).isEqualTo(NOT_A_NUMBER);
        assertThat(increment("n", 1, Range.SIGNED)).isEqualTo(new Outcome.Number(0));
        set("n", "18446744073709551616");
        assertThat(increment("n", 0, Range.UNSIGNED)).isEqualTo(NOT_A_NUMBER);
        set("n", "9223372036854775808");
        assertThat(increment("n", 0, Range.SIGNED)).isEqualTo(NOT_A_NUMBER);
        set("n", "-9223372036854775809");
        assertThat(increment("n", 0, Range.SIGNED)).isEqualTo(NOT_A_NUMBER);
    }

    @Test
    default void swapSetsWhatHoldsTheExpected() {
        assertThat(swap("k", Optional.empty(), "1")).isEqualTo(Outcome.DONE);
        assertThat(swap("k", Optional.of(bytes("1")), "2")).isEqualTo(Outcome.DONE);
        assertThat(get("k")).contains(bytes("2"));
    }

    @Test
    default void swapOfAnythingElseSaysWhatIsThereAndChangesNothing() {
        set("k", "2");

        assertThat(swap("k", Optional.of(bytes("1")), "3")).isEqualTo(new Outcome.Mismatch(Optional.of(bytes("2"))));
        assertThat(swap("k", Optional.empty(), "3")).isEqualTo(new Outcome.Mismatch(Optional.of(bytes("2"))));
        assertThat(swap("absent", Optional.of(bytes("1")), "3")).isEqualTo(new Outcome.Mismatch(Optional.empty()));
        assertThat(get("k")).contains(bytes("2"));
        assertThat(get("absent")).isEmpty();
    }

    @Test
    default void anEmptyValueIsNotAnAbsentOne() {
        set("k", "");

        assertThat(swap("k", Optional.empty(), "3")).isEqualTo(new Outcome.Mismatch(Optional.of(Bytes.EMPTY)));
        assertThat(swap("absent", Optional.of(Bytes.EMPTY), "3")).isEqualTo(new Outcome.Mismatch(Optional.empty()));
    }

    @Test
    default void aKeyIsThereUntilItExpires() throws Exception {
        setForMillis("soon", "1", 50);
        setForMillis("later", "2", 3_600_000);
        assertThat(get("later")).contains(bytes("2"));
        pass(Duration.ofMillis(60));

        assertThat(get("soon")).isEmpty();
        assertThat(storage().buckets().exists("b", "soon")).isFalse();
        assertThat(storage().buckets().getAll("b", List.of("soon", "later"), 1000))
                .containsExactly(Optional.empty(), Optional.of(bytes("2")));
        assertThat(storage().buckets().keys("b", OptionalLong.empty(), 10).keys())
                .containsExactly("later");
    }

    @Test
    default void theLongestTimeThatCanBeSaidIsLongerThanAStoreLives() throws Exception {
        setForMillis("put", "1", Long.MAX_VALUE);
        apply(new Effect.CompareAndSwap("b", "swapped", Optional.empty(), bytes("2"), OptionalLong.of(Long.MAX_VALUE)));
        restart();
        setForMillis("another", "3", 50);
        pass(Duration.ofMillis(60));
        setForMillis("sweeping", "4", 3_600_000);

        assertThat(get("put")).contains(bytes("1"));
        assertThat(get("swapped")).contains(bytes("2"));
        assertThat(storage().buckets().keys("b", OptionalLong.empty(), 10).keys())
                .containsExactlyInAnyOrder("put", "swapped", "sweeping");
        assertThat(swap("put", Optional.of(bytes("1")), "5")).isEqualTo(Outcome.DONE);
    }

    @Test
    default void aKeyThatHasExpiredIsAbsentForEveryEffect() throws Exception {
        for (String key : List.of("delete", "increment", "swap", "mismatch")) {
            setForMillis(key, "7", 50);
        }
        pass(Duration.ofMillis(60));

        assertThat(apply(new Effect.Delete("b", List.of("delete")))).isEqualTo(new Outcome.Count(0));
        assertThat(increment("increment", 1, Range.UNSIGNED)).isEqualTo(new Outcome.Number(1));
        assertThat(swap("mismatch", Optional.of(bytes("7")), "8")).isEqualTo(new Outcome.Mismatch(Optional.empty()));
        assertThat(swap("swap", Optional.empty(), "8")).isEqualTo(Outcome.DONE);
        assertThat(get("increment")).contains(bytes("1"));
        assertThat(get("swap")).contains(bytes("8"));
    }

    @Test
    default void settingAKeyEndsItsExpiryAndIncrementingKeepsIt() throws Exception {
        for (String key : List.of("put", "put-all", "swap", "increment", "longer")) {
            setForMillis(key, "7", 400);
        }
        set("put", "8");
        apply(new Effect.PutAll("b", List.of(new Effect.KeyValue("put-all", bytes("8")))));
        assertThat(swap("swap", Optional.of(bytes("7")), "8")).isEqualTo(Outcome.DONE);
        assertThat(increment("increment", 1, Range.UNSIGNED)).isEqualTo(new Outcome.Number(8));
        setForMillis("longer", "8", 3_600_000);
        pass(Duration.ofMillis(450));

        Optional<Bytes> eight = Optional.of(bytes("8"));
        assertThat(storage().buckets().getAll("b", List.of("put", "put-all", "swap", "increment", "longer"), 1000))
                .containsExactly(eight, eight, eight, Optional.empty(), eight);
    }

    @Test
    default void aSwapMaySetAValueThatExpires() throws Exception {
        assertThat(swapForMillis("k", Optional.empty(), "1", 50)).isEqualTo(Outcome.DONE);
        assertThat(swapForMillis("k", Optional.empty(), "2", 50))
                .isEqualTo(new Outcome.Mismatch(Optional.of(bytes("1"))));
        pass(Duration.ofMillis(60));
        assertThat(swapForMillis("k", Optional.of(bytes("1")), "2", 50))
                .isEqualTo(new Outcome.Mismatch(Optional.empty()));
        assertThat(swapForMillis("k", Optional.empty(), "2", 3_600_000)).isEqualTo(Outcome.DONE);
        assertThat(get("k")).contains(bytes("2"));
        assertThat(swapForMillis("k", Optional.of(bytes("2")), "3", 0)).isEqualTo(Outcome.DONE);
        assertThat(get("k")).isEmpty();
        assertThat(storage().buckets().keys("b", OptionalLong.empty(), 10).keys())
                .isEmpty();
    }

    private Outcome swapForMillis(String key, Optional<Bytes> expected, String value, long millis) {
        return apply(new Effect.CompareAndSwap("b", key, expected, bytes(value), OptionalLong.of(millis)));
    }

    @Test
    default void keysThatHaveExpiredAreNotListedAndMayBeSetAgain() throws Exception {
        for (int i = 0; i < 50; i++) {
            setForMillis("key-" + i, "1", 50);
        }
        pass(Duration.ofMillis(60));
        for (int i = 0; i < 50; i++) {
            setForMillis("another-" + i, "2", 3_600_000);
        }

        assertThat(storage().buckets().keys("b", OptionalLong.empty(), 200).keys())
                .hasSize(50)
                .allMatch(key -> key.startsWith("another-"));
        set("key-7", "3");
        assertThat(get("key-7")).contains(bytes("3"));
    }

    @Test
    default void expiryGoesOnAcrossARestart() throws Exception {
        setForMillis("soon", "1", 50);
        setForMillis("later", "2", 3_600_000);
        restart();
        pass(Duration.ofMillis(60));

        assertThat(get("soon")).isEmpty();
        assertThat(get("later")).contains(bytes("2"));
    }
}
