package dev.wit4j.redis;

import java.nio.file.Path;
import java.util.Optional;

/**
 * TLS with other certificates than those of the platform. The name of the server is always checked.
 *
 * @param trusted whose servers are trusted; empty for the platform's authorities
 * @param own what this client shows of itself; empty for nothing
 */
public record RedisTls(Optional<Store> trusted, Optional<Store> own) {
    /**
     * A store of certificates or keys in PKCS 12.
     *
     * @param file where
     * @param password of the store and what is in it
     */
    public record Store(Path file, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return file.toString();
        }
    }
}
