package dev.wit4j.redis;

import java.util.Optional;

/**
 * As whom to connect.
 *
 * @param user for ACL; empty for the default user
 * @param password empty for none
 */
public record RedisCredentials(Optional<String> user, Optional<String> password) {
    /** Nobody in particular. */
    public static final RedisCredentials NONE = new RedisCredentials(Optional.empty(), Optional.empty());

    /** These with another user. */
    public RedisCredentials withUser(String value) {
        return new RedisCredentials(Optional.of(value), password);
    }

    /** These with another password. */
    public RedisCredentials withPassword(String value) {
        return new RedisCredentials(user, Optional.of(value));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user.orElse("default");
    }
}
