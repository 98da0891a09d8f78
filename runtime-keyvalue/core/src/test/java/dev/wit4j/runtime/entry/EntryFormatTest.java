package dev.wit4j.runtime.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wit4j.Bytes;
import dev.wit4j.journal.WorkerId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The format of the journal is as {@code docs/journal.md} gives it, and reading it believes nothing. */
class EntryFormatTest {
    private static final CallIdentity CALL =
            new CallIdentity("wasi:keyvalue/store#get", 0x0102030405060708L, new Hash(-1, 2));

    private static final List<Entry> EVERY_KIND = List.of(
            new Entry.Created(7),
            new Entry.Started("key", Bytes.utf8("request")),
            new Entry.Read(CALL, new Answer.Ok(Bytes.of((byte) 1))),
            new Entry.Read(CALL, new Answer.Err(Bytes.EMPTY)),
            new Entry.Write(CALL),
            new Entry.Begun(CALL),
            new Entry.Answered(new Answer.Failed("no")),
            new Entry.InDoubt(),
            new Entry.AttemptFailed("tried"),
            new Entry.Completed(new Hash(3, 4)),
            new Entry.Skipped("given up"),
            new Entry.SnapshotTaken());

    private static final Request REQUEST = new Request(
            "golem:examples/api",
            "set",
            42,
            Bytes.of((byte) 9),
            List.of(new WorkerId("a", "b"), new WorkerId("c", "d")));

    @Test
    void everyEntryComesBack() {
        assertThat(EntryFormat.decode(EntryFormat.encode(EVERY_KIND))).isEqualTo(EVERY_KIND);
    }

    @Test
    void requestsAndAnswersComeBack() {
        assertThat(EntryFormat.decodeRequest(EntryFormat.encode(REQUEST))).isEqualTo(REQUEST);
        for (Answer answer :
                List.of(new Answer.Ok(Bytes.EMPTY), new Answer.Err(Bytes.utf8("e")), new Answer.Failed("why"))) {
            assertThat(EntryFormat.decodeAnswer(EntryFormat.encode(answer))).isEqualTo(answer);
        }
    }

    @Test
    void longFieldsComeBack() {
        for (int size : new int[] {127, 128, 16_383, 16_384, 3_000_000}) {
            List<Entry> entries = List.of(new Entry.Started("k", Bytes.wrap(new byte[size])));
            assertThat(EntryFormat.decode(EntryFormat.encode(entries)).equals(entries))
                    .isTrue();
        }
    }

    @Test
    void theBytesAreThoseOfTheDocument() {
        Bytes bytes = EntryFormat.encode(List.of(
                new Entry.Read(new CallIdentity("i#f", 1, new Hash(2, 3)), new Answer.Ok(Bytes.of((byte) 0xab))),
                new Entry.InDoubt()));

        assertThat(bytes.toArray())
                .containsExactly(
                        0x01, 0x03, 0x03, 'i', '#', 'f', 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0,
                        0, 0, 3, 0x00, 0x01, 0xab, 0x07);
    }

    @Test
    void theRecordOfAClaimHasNoEntries() {
        assertThat(EntryFormat.decode(Bytes.EMPTY)).isEmpty();
    }

    @Test
    void aHashIsTheBeginningOfASha256() {
        assertThat(Hash.of(Bytes.utf8("abc"))).hasToString("ba7816bf8f01cfea414140de5dae2223");
    }

    @Test
    void anotherFormatIsRefusedByItsNumber() {
        assertThatExceptionOfType(EntryFormatException.class)
                .isThrownBy(() -> EntryFormat.decode(Bytes.of((byte) 2, (byte) 7)))
                .withMessageContaining("format 2");
    }

    @Test
    void anUnknownKindIsRefusedWithItsPlace() {
        assertThatExceptionOfType(EntryFormatException.class)
                .isThrownBy(() -> EntryFormat.decode(Bytes.of((byte) 1, (byte) 7, (byte) 99)))
                .withMessage("damaged entry, byte 2 of 3: there is no kind of entry with the number 99");
    }

    @Test
    void aLengthBeyondTheEndIsRefusedBeforeAnythingIsAllocated() {
        byte[] bytes = {1, 8, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7, 'x'};
        assertThatExceptionOfType(EntryFormatException.class)
                .isThrownBy(() -> EntryFormat.decode(Bytes.wrap(bytes)))
                .withMessageContaining("a length of 2147483647 where only 1 bytes are left");
    }

    @Test
    void everyCutAndEveryFlippedBitIsRefusedOrIsAnotherEncoding() {
        Bytes whole = EntryFormat.encode(EVERY_KIND);
        for (int cut = 1; cut < whole.size(); cut++) {
            decodesToItselfOrIsRefused(whole.slice(0, cut));
        }
        for (int bit = 0; bit < whole.size() * 8; bit++) {
            byte[] flipped = whole.toArray();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            decodesToItselfOrIsRefused(Bytes.wrap(flipped));
        }
    }

    @Test
    void randomBytesAreRefusedOrAreAnEncoding() {
        Random random = new Random(2026);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            bytes[0] = 1;
            decodesToItselfOrIsRefused(Bytes.wrap(bytes));
        }
    }

    private static void decodesToItselfOrIsRefused(Bytes bytes) {
        List<Entry> entries;
        try {
            entries = EntryFormat.decode(bytes);
        } catch (EntryFormatException e) {
            return;
        }
        assertThat(EntryFormat.encode(entries)).isEqualTo(bytes);
    }
}
