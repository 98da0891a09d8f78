package dev.wit4j.embedded.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.log.Payload;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.WorkerId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChangeCodecTest {
    private static final Bytes BYTES = Bytes.utf8("bytes");
    private static final Bytes LARGE = Bytes.wrap(new byte[100_000]);

    private static final List<Change> CHANGES = List.of(
            new Change.Put(Place.of("b", "k"), BYTES, OptionalLong.empty()),
            new Change.Put(Place.of("b\u00fc", "\ud83d\ude00"), LARGE, OptionalLong.of(Long.MAX_VALUE)),
            new Change.Remove(Place.of("", "")),
            new Change.CreateWorker(1L << 40, new WorkerId("component", "name")),
            new Change.DeleteWorker(127),
            new Change.Claim(128, 1L << 62),
            new Change.Append(1, 2, 3, BYTES, Outcome.DONE),
            new Change.Append(1, 2, 4, Bytes.EMPTY, new Outcome.Count(5)),
            new Change.Append(1, 2, 5, BYTES, new Outcome.Number(-1)),
            new Change.Append(1, 2, 6, BYTES, new Outcome.Mismatch(Optional.empty())),
            new Change.Append(1, 2, 7, BYTES, new Outcome.Mismatch(Optional.of(BYTES))),
            new Change.Append(1, 2, 8, BYTES, new Outcome.Refused(Outcome.Reason.OVERFLOW)),
            new Change.Append(1, 2, 9, BYTES, new Outcome.Failed("why")),
            new Change.Enqueue(1, "key", BYTES),
            new Change.Complete(1, "key", LARGE, OptionalLong.empty()),
            new Change.Complete(1, "key", LARGE, OptionalLong.of(1_767_225_600_000L)),
            new Change.SaveSnapshot(1, 10, BYTES, 9));

    private static byte[] bytes(Payload payload) {
        ByteBuffer all = ByteBuffer.allocate((int) payload.size());
        payload.pieces().forEach(piece -> all.put(piece.duplicate()));
        return all.array();
    }

    @Test
    void everyChangeComesBackAsItWas() {
        byte[] record = bytes(ChangeCodec.encode(CHANGES));

        assertThat(ChangeCodec.decode(ByteBuffer.wrap(record))).isEqualTo(CHANGES);
    }

    @Test
    void aRecordOfAnotherFormatIsRefusedByItsNumber() {
        byte[] record = bytes(ChangeCodec.encode(CHANGES));
        record[0] = 9;

        assertThatThrownBy(() -> ChangeCodec.decode(ByteBuffer.wrap(record)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("it has format 9; this version reads formats 1 to 2");
    }

    @Test
    void aRecordThatEndsAmidAChangeIsRefused() {
        for (Change change : CHANGES) {
            byte[] record = bytes(ChangeCodec.encode(List.of(change)));
            byte[] part = Arrays.copyOf(record, record.length - 1);

            assertThatThrownBy(() -> ChangeCodec.decode(ByteBuffer.wrap(part)))
                    .isInstanceOf(MalformedRecordException.class);
        }
    }
}
