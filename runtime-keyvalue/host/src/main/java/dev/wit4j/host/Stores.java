package dev.wit4j.host;

import dev.wit4j.embedded.EmbeddedStorage;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.memory.MemoryStorage;
import dev.wit4j.redis.RedisOptions;
import dev.wit4j.redis.RedisStorage;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens the store that a URI names. */
public final class Stores {
    /** The forms of a URI that {@link #open} takes, for help texts. */
    public static final String FORMS = "memory:, file:FOLDER, redis://[USER:PASSWORD@]HOST:PORT[/DATABASE],"
            + " redis-sentinel://HOST:PORT,...?master=NAME, redis-cluster://HOST:PORT,..., with rediss for TLS";

    private Stores() {}

    /**
     * Opens a store.
     *
     * @param uri {@code memory:} for one that is gone with the process, {@code file:} and the path of a folder, as it is, for one on disk,
     *     {@code redis:} for one on Redis, {@code redis-sentinel:} and {@code redis-cluster:} for several servers, each
     *     also with {@code rediss} for TLS
     * @throws IllegalArgumentException if the URI is none of that
     * @throws StorageException if the store cannot be used; the message says what to do
     */
    public static Storage open(String uri) {
        return open(uri, RedisOptions.DEFAULT);
    }

    /**
     * Opens a store.
     *
     * @param uri as for {@link #open(String)}
     * @param redis how Redis is used, where the URI does not say and the store is there
     * @throws IllegalArgumentException if the URI is none of those, or does not go with the options
     * @throws StorageException if the store cannot be used; the message says what to do
     */
    public static Storage open(String uri, RedisOptions redis) {
        int colon = uri.indexOf(':');
        String scheme = colon < 0 ? "" : uri.substring(0, colon);
        String rest = uri.substring(colon + 1);
        return switch (scheme) {
            case "memory" -> memory(uri, rest);
            case "file" -> EmbeddedStorage.open(folder(uri, rest));
            case "redis", "rediss", "redis-sentinel", "rediss-sentinel", "redis-cluster", "rediss-cluster" ->
                RedisStorage.connect(parse(uri), redis);
            default -> throw new IllegalArgumentException("'" + uri + "' names no store; the forms are " + FORMS);
        };
    }

    private static Storage memory(String uri, String rest) {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("'" + uri + "' says more than memory: can mean");
        }
        return new MemoryStorage();
    }

    /** Relative paths are allowed, as well as the slashes that a file URI may begin with. */
    private static Path folder(String uri, String rest) {
        String path = rest.startsWith("//") ? rest.substring(2) : rest;
        if (path.isEmpty()) {
            throw new IllegalArgumentException("'" + uri + "' names no folder; write file:FOLDER");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + uri + "' names no folder: " + e.getMessage(), e);
        }
    }

    private static URI parse(String uri) {
        try {
            return new URI(uri);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + uri + "' is no URI: " + e.getMessage(), e);
        }
    }
}
