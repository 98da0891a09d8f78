package dev.wit4j.embedded.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.embedded.file.SimulatedDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** The bytes of the log are those that {@code docs/embedded-store.md} describes, read here by the page alone. */
class FormatTest {
    @Test
    void aSegmentIsAHeaderAndFramesAsDocumented() throws IOException {
        var directory = new SimulatedDirectory();
        try (TextLog log = TextLog.open(directory)) {
            log.write("first");
            log.write("second");
        }
        assertThat(directory.list()).containsExactly("segment-0000000000000001.log");
        byte[] file = directory.contentOf("segment-0000000000000001.log");
        ByteBuffer bytes = ByteBuffer.wrap(file);

        assertThat(new String(file, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("WIT4JLOG");
        assertThat(bytes.getInt(8)).as("format").isEqualTo(1);
        assertThat(bytes.getInt(12)).as("checksum").isEqualTo(checksum(file, 0, 12, 16, 512));
        assertThat(bytes.getLong(24)).as("segment").isEqualTo(1);
        assertThat(bytes.getLong(32)).as("incarnation").isEqualTo(1);
        assertThat(bytes.getLong(40)).as("first frame").isEqualTo(1);
        assertThat(bytes.getLong(48)).as("first record").isEqualTo(1);
        assertThat(bytes.getInt(56)).as("checksum of the frame before").isZero();

        int before = 0;
        String[] texts = {"first", "second", ""};
        for (int frame = 1; frame <= 3; frame++) {
            int at = 512 * frame;
            int content = texts[frame - 1].isEmpty() ? 0 : 5 + texts[frame - 1].length();
            assertThat(new String(file, at, 4, StandardCharsets.US_ASCII)).isEqualTo("W4FR");
            assertThat(bytes.getInt(at + 4)).as("checksum").isEqualTo(checksum(file, at + 8, at + 64 + content, 0, 0));
            assertThat(bytes.getInt(at + 8)).as("length").isEqualTo(content);
            assertThat(bytes.getInt(at + 12)).as("checksum of the frame before").isEqualTo(before);
            assertThat(bytes.getLong(at + 16)).as("number").isEqualTo(frame);
            assertThat(bytes.getLong(at + 24)).as("incarnation").isEqualTo(1);
            assertThat(bytes.getLong(at + 32)).as("durable").isEqualTo(frame - 1);
            assertThat(bytes.getLong(at + 40)).as("first record").isEqualTo(frame);
            assertThat(bytes.getInt(at + 56)).as("kind").isEqualTo(frame == 3 ? 1 : 0);
            if (content > 0) {
                assertThat(bytes.getInt(at + 64)).as("length of the chunk").isEqualTo(content - 5);
                assertThat(bytes.get(at + 68)).as("begins and ends a record").isEqualTo((byte) 3);
                assertThat(new String(file, at + 69, content - 5, StandardCharsets.UTF_8))
                        .isEqualTo(texts[frame - 1]);
            }
            before = bytes.getInt(at + 4);
        }
        assertThat(java.util.Arrays.copyOfRange(file, 2048, file.length)).containsOnly(0);
    }

    private static int checksum(byte[] bytes, int from, int to, int alsoFrom, int alsoTo) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        checksum.update(bytes, alsoFrom, alsoTo - alsoFrom);
        return (int) checksum.getValue();
    }
}
