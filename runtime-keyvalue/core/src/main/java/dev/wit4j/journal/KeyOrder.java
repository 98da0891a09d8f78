package dev.wit4j.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The place of a key in listings, the same on every store and in every process: the first 52 bits of the SHA-256 of its UTF-8
 * bytes, so that it is exact as a double, as a {@code u64} and as text. Keys of equal order are listed together.
 */
public final class KeyOrder {
    /** How many bits an order has. */
    public static final int BITS = 52;

    private KeyOrder() {}

    /** Whether a number can be the order of a key. */
    public static boolean isOrder(long number) {
        return number >>> BITS == 0;
    }

    /** The order of {@code key}, from 0 to 2^52 - 1. */
    public static long of(String key) {
        byte[] digest = sha256().digest(key.getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | digest[i] & 0xff;
        }
        return bits >>> Long.SIZE - BITS;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
