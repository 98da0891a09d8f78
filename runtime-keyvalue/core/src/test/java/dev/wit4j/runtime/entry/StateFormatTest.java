package dev.wit4j.runtime.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wit4j.Bytes;
import dev.wit4j.runtime.entry.SavedState.SavedHandle;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The states of snapshots are as {@code docs/journal.md} gives them, and those that an earlier version wrote are still read. */
class StateFormatTest {
    private static final SavedState STATE = new SavedState(
            0x0102030405060708L,
            -2,
            1_000_000_007,
            Bytes.utf8("guest"),
            List.of(new SavedHandle(3, "a:b/c.d", Bytes.of((byte) 0xab)), new SavedHandle(7, "e", Bytes.EMPTY)),
            List.of(7, 3),
            List.of(1, 258),
            List.of(2));

    /** As it was written down once; it must be read for ever. */
    private static final Bytes FORMAT_2 = hex("""
            02 0102030405060708 fffffffffffffffe 000000003b9aca07 05 6775657374
            02 00000003 07 613a622f632e64 01 ab  00000007 01 65 00
            02 00000007 00000003  02 00000001 00000102  01 00000002
            """);

    private static final Bytes FORMAT_1 = hex("01 0102030405060708 fffffffffffffffe 05 6775657374 00000001 00000102");

    @Test
    void theBytesAreThoseOfTheDocument() {
        assertThat(StateFormat.encode(STATE)).isEqualTo(FORMAT_2);
        assertThat(StateFormat.decode(FORMAT_2)).isEqualTo(STATE);
    }

    @Test
    void format1IsStillRead() {
        assertThat(StateFormat.decode(FORMAT_1))
                .isEqualTo(new SavedState(
                        0x0102030405060708L,
                        -2,
                        0,
                        Bytes.utf8("guest"),
                        List.of(),
                        List.of(),
                        List.of(1, 258),
                        List.of()));
    }

    @Test
    void anotherFormatIsRefusedByItsNumber() {
        assertThatExceptionOfType(EntryFormatException.class)
                .isThrownBy(() -> StateFormat.decode(hex("03")))
                .withMessageContaining("a snapshot of format 3, where this version reads formats 1 and 2")
                .withMessageContaining("a newer version of wit4j may have written it");
    }

    @Test
    void everyCutAndRandomBytesAreRefusedOrAreAnEncoding() {
        for (int cut = 0; cut < FORMAT_2.size(); cut++) {
            Bytes head = FORMAT_2.slice(0, cut);
            assertThatExceptionOfType(EntryFormatException.class).isThrownBy(() -> StateFormat.decode(head));
        }
        Random random = new Random(2026);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = FORMAT_2.toArray();
            bytes[1 + random.nextInt(bytes.length - 1)] = (byte) random.nextInt();
            decodesToItselfOrIsRefused(Bytes.wrap(bytes));
        }
    }

    private static void decodesToItselfOrIsRefused(Bytes bytes) {
        SavedState state;
        try {
            state = StateFormat.decode(bytes);
        } catch (EntryFormatException e) {
            return;
        }
        assertThat(StateFormat.encode(state)).isEqualTo(bytes);
    }

    private static Bytes hex(String digits) {
        return Bytes.wrap(HexFormat.of().parseHex(digits.replaceAll("\\s", "")));
    }
}
