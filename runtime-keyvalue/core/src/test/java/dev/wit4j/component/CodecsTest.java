package dev.wit4j.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.wit4j.Bytes;
import dev.wit4j.Result;
import dev.wit4j.Tuple2;
import dev.wit4j.Tuple3;
import dev.wit4j.Unit;
import dev.wit4j.component.Shelf.Thing;
import dev.wit4j.format.Binary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CodecsTest {
    @Test
    void typesAreWrittenAsInWit() {
        assertThat(Codecs.option(Codecs.list(Codecs.U8)).type()).hasToString("option<list<u8>>");
        assertThat(Codecs.result(Codecs.NONE, Codecs.STRING).type()).hasToString("result<_, string>");
        assertThat(Codecs.result(Codecs.U8, Codecs.NONE).type()).hasToString("result<u8>");
        assertThat(Codecs.result(Codecs.NONE, Codecs.NONE).type()).hasToString("result");
        assertThat(Codecs.map(Codecs.CHAR, Codecs.ERROR_CONTEXT).type()).hasToString("map<char, error-context>");
        assertThat(Codecs.fixedList(TupleCodecs.of(Codecs.S8, Shelf.THING.borrow()), 4)
                        .type())
                .hasToString("list<tuple<s8, borrow<test:shelf/things.thing>>, 4>");
        assertThat(Codecs.stream(Codecs.NONE).type()).hasToString("stream");
        assertThat(Codecs.byteStream().type()).hasToString("stream<u8>");
        assertThat(Codecs.future(Shelf.THING.own()).type()).hasToString("future<test:shelf/things.thing>");
    }

    @Test
    void listsThatAreReadOrCheckedCannotBeChanged() {
        List<String> given = new ArrayList<>(List.of("a"));
        List<String> checked = Codecs.list(Codecs.STRING).check(given);
        given.add("b");
        assertThat(checked).containsExactly("a").isUnmodifiable();
        assertThat(roundTrip(Codecs.list(Codecs.STRING), checked)).isUnmodifiable();
        assertThat(Codecs.list(Codecs.STRING).check(checked)).isSameAs(checked);
    }

    @Test
    void listsOfNumbersEqualTheirBoxedLikes() {
        assertThat(roundTrip(Codecs.list(Codecs.U16), List.of(0, 65_535))).isEqualTo(List.of(0, 65_535));
        assertThat(roundTrip(Codecs.list(Codecs.U32), List.of(0L, 4_294_967_295L)))
                .isEqualTo(List.of(0L, 4_294_967_295L));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(
                        () -> roundTrip(Codecs.list(Codecs.U32), List.of(1L)).set(0, 2L));
        assertThat(roundTrip(Codecs.list(Codecs.U64), List.of(-1L))).isEqualTo(List.of(-1L));
        assertThat(roundTrip(Codecs.list(Codecs.S8), List.of((byte) -1))).isEqualTo(List.of((byte) -1));
        assertThat(roundTrip(Codecs.list(Codecs.S16), List.of((short) -1))).isEqualTo(List.of((short) -1));
        assertThat(roundTrip(Codecs.list(Codecs.CHAR), List.of(0x1f30a))).isEqualTo(List.of(0x1f30a));
        assertThat(roundTrip(Codecs.list(Codecs.F32), List.of(1.5f))).isEqualTo(List.of(1.5f));
        assertThat(roundTrip(Codecs.list(Codecs.F64), List.of(1.5))).isEqualTo(List.of(1.5));
    }

    @Test
    void aListOfNumbersIsTrustedForItsOwnTypeOnly() {
        List<Long> signed = roundTrip(Codecs.list(Codecs.S64), List.of(-1L));
        assertThat(Codecs.list(Codecs.S64).check(signed)).isSameAs(signed);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codecs.list(Codecs.U32).check(signed));
    }

    @Test
    void aMapIsIteratedInTheOrderOfItsKeysHoweverItWasMade() {
        ValueCodec<Map<Long, String>> codec = Codecs.map(Codecs.U64, Codecs.STRING);
        Map<Long, String> given = new LinkedHashMap<>();
        given.put(-1L, "last, for it is unsigned");
        given.put(7L, "second");
        given.put(0L, "first");
        Map<Long, String> checked = codec.check(given);
        assertThat(checked.keySet()).containsExactly(0L, 7L, -1L);
        assertThat(checked).isEqualTo(given);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> checked.put(1L, ""));
        assertThat(codec.check(checked)).isSameAs(checked);
        assertThat(roundTrip(codec, given).keySet()).containsExactly(0L, 7L, -1L);
        assertThat(Codecs.map(Codecs.S64, Codecs.STRING).check(checked).keySet())
                .containsExactly(-1L, 0L, 7L);
    }

    @Test
    void keysOfAMapAreWhatWitAllows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codecs.map(Codecs.F64, Codecs.U8))
                .withMessage("a map cannot have keys of the type f64");
    }

    @Test
    void valuesInAMapAreCheckedAndNamedByTheirKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codecs.map(Codecs.STRING, Codecs.U8).check(Map.of("k", 300)))
                .withMessage("key k: value: 300 is not a u8, from 0 to 255");
    }

    @Test
    void tuplesRefuseNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Tuple2<>("a", null))
                .withMessage("second");
    }

    @Test
    void bytesOfAFixedLengthHaveIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codecs.fixedBytes(2).check(Bytes.EMPTY))
                .withMessage("0 bytes where a list<u8, 2> has 2");
    }

    @Test
    void handlesAreExchangedWhereverTheyAre() {
        ShelfKeeper keeper = new ShelfKeeper();
        Thing before = keeper.thing("before");
        Thing after = keeper.thing("after");
        HandleMapper mapper = (codec, resource) -> resource == before ? after : resource;
        HandleCodec<Thing> own = Shelf.THING.own();

        assertThat(Codecs.option(own).mapHandles(Optional.of(before), mapper)).containsSame(after);
        assertThat(Codecs.result(own, Codecs.NONE).mapHandles(Result.ok(before), mapper))
                .isEqualTo(Result.ok(after));
        assertThat(Codecs.result(Codecs.NONE, own).mapHandles(Result.ok(Unit.VALUE), mapper))
                .isEqualTo(Result.ok(Unit.VALUE));
        assertThat(Codecs.list(own).mapHandles(List.of(before, after), mapper)).containsExactly(after, after);
        assertThat(Codecs.map(Codecs.U8, own).mapHandles(Map.of(1, before), mapper))
                .containsEntry(1, after);
        assertThat(TupleCodecs.of(Codecs.U8, own, Codecs.list(own))
                        .mapHandles(new Tuple3<>(1, before, List.of(before)), mapper))
                .isEqualTo(new Tuple3<>(1, after, List.of(after)));
    }

    @Test
    void valuesWithoutHandlesAreLeftAlone() {
        ValueCodec<List<Tuple2<String, Bytes>>> headers = Codecs.list(TupleCodecs.of(Codecs.STRING, Codecs.BYTES));
        List<Tuple2<String, Bytes>> value = Arrays.asList(new Tuple2<>("a", Bytes.EMPTY));
        assertThat(headers.hasHandles()).isFalse();
        assertThat(headers.mapHandles(value, (codec, resource) -> resource)).isSameAs(value);
    }

    private static <T> T roundTrip(ValueCodec<T> codec, T value) {
        return Binary.decode(codec, Binary.encode(codec, value));
    }
}
