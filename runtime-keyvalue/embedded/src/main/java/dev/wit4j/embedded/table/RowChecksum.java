package dev.wit4j.embedded.table;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * The checksum that a row carries: CRC32C over its other columns, numbers as eight bytes, texts and bytes behind their length.
 * A row that is found by a key that is not its own does not fit either.
 */
final class RowChecksum {
    private final CRC32C checksum = new CRC32C();
    private final byte[] eight = new byte[8];

    RowChecksum number(long number) {
        for (int i = 0; i < 8; i++) {
            eight[i] = (byte) (number >>> 56 - 8 * i);
        }
        checksum.update(eight);
        return this;
    }

    RowChecksum number(OptionalLong number) {
        return number(number.isPresent() ? 1 : 0).number(number.orElse(0));
    }

    RowChecksum text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    RowChecksum bytes(byte[] bytes) {
        number(bytes.length);
        checksum.update(bytes);
        return this;
    }

    long value() {
        return checksum.getValue();
    }
}
