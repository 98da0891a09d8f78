package dev.wit4j.maven.incremental;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

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

    private final MessageDigest digest = sha256();

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
        values.forEach(value -> text(value.toString()));
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
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of one content alone, in hexadecimal digits. */
    public static String of(byte[] contents) {
        return HexFormat.of().formatHex(sha256().digest(contents));
    }

    private void begin(Part part, String name) {
        digest.update((byte) part.ordinal());
        text(name);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }

    private void number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
