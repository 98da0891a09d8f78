package dev.wit4j.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;

/**
 * TLS with other certificates than those of the platform. The name of the server is always checked.
 *
 * @param trusted whose servers are trusted; empty for the platform's authorities
 * @param own what this client shows of itself; empty for nothing
 */
public record RedisTls(Optional<Store> trusted, Optional<Store> own) {
    /** The certificates of the platform, and none of the client's own. */
    public static final RedisTls DEFAULT = new RedisTls(Optional.empty(), Optional.empty());

    /** The same with others that are trusted. */
    public RedisTls withTrusted(Store value) {
        return new RedisTls(Optional.of(value), own);
    }

    /** The same with another certificate of the client's own. */
    public RedisTls withOwn(Store value) {
        return new RedisTls(trusted, Optional.of(value));
    }

    /**
     * A store of certificates or keys in PKCS 12.
     *
     * @param file where
     * @param password of the store and what is in it
     */
    public record Store(Path file, String password) {
        /**
         * Opens it, to see that it can be.
         *
         * @param name what it is, for the message
         * @throws IllegalArgumentException if it cannot; the message says why
         */
        void check(String name) {
            try {
                KeyStore.getInstance(file.toFile(), password.toCharArray());
            } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "the " + name + " " + file + " is no PKCS 12 file that opens with its password: "
                                + e.getMessage(),
                        e);
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return file.toString();
        }
    }
}
