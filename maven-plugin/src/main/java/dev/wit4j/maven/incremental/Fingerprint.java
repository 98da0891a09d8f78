package dev.wit4j.maven.incremental;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A digest of everything that an output depends on, each part under its name. Two fingerprints are equal if the same
 * parts were added in the same order; no part can pass for another one or for two. Not thread-safe.
 */
public final class Fingerprint {
    private enum Part {
        OPTION,
        LIST,
        FILE,
        ABSENT
    }

    private final Digest digest = new Digest();

    /** Adds an option and its value. */
    public Fingerprint option(String name, Object value) {
        begin(Part.OPTION, name);
        text(value.toString());
        return this;
    }

    /** Adds an option with several values, whose order counts. */
    public Fingerprint options(String name, Collection<?> values) {
        begin(Part.LIST, name);
        number(values.size());
        for (Object value : values) {
            text(value.toString());
        }
        return this;
    }

    /** Adds a file with its content. */
    public Fingerprint file(String name, byte[] contents) {
        begin(Part.FILE, name);
        number(contents.length);
        digest.update(contents);
        return this;
    }

    /** Adds that there is no such file or folder: one that appears later changes the fingerprint. */
    public Fingerprint absent(String name) {
        begin(Part.ABSENT, name);
        return this;
    }

    /** The digest of what was added, in hexadecimal digits. Nothing can be added afterwards. */
    public String toHex() {
        return digest.toHex();
    }

    /** The digest of one content alone, in hexadecimal digits. */
    public static String of(byte[] contents) {
        var digest = new Digest();
        digest.update(contents);
        return digest.toHex();
    }

    private void begin(Part part, String name) {
        digest.update(new byte[] {(byte) part.ordinal()});
        text(name);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }

    private void number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number).array());
    }

    /**
     * Two checksums of different polynomials, and the length. Nobody attacks a build's own record, and these cost a
     * fraction of what it takes a young virtual machine to load and run a cryptographic digest.
     */
    private static final class Digest {
        private final CRC32 first = new CRC32();
        private final CRC32C second = new CRC32C();
        private long length;

        void update(byte[] bytes) {
            first.update(bytes);
            second.update(bytes);
            length += bytes.length;
        }

        String toHex() {
            return HexFormat.of().toHexDigits(first.getValue(), 8)
                    + HexFormat.of().toHexDigits(second.getValue(), 8)
                    + HexFormat.of().toHexDigits(length);
        }
    }
}
