package dev.wit4j.runtime.entry;

import dev.wit4j.Bytes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first 16 bytes of a SHA-256. */
public record Hash(long high, long low) {
    /** The hash of {@code bytes}. */
    public static Hash of(Bytes bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes.asByteBuffer());
        ByteBuffer first = ByteBuffer.wrap(digest.digest());
        return new Hash(first.getLong(), first.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%016x%016x", high, low);
    }
}
