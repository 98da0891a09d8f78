package dev.wit4j.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A script, put together from the resources that it consists of.
 *
 * @param source of the whole
 * @param sha1 of {@code source}, by which servers know it
 */
record Script(String source, String sha1) {
    private static final ConcurrentMap<List<String>, Script> SCRIPTS = new ConcurrentHashMap<>();

    /** The script whose parts are the resources of these names, in this order. */
    static Script of(String... parts) {
        return of(List.of(parts));
    }

    /** The script whose parts are the resources of these names, in this order; the list stays as it is. */
    static Script of(List<String> parts) {
        return SCRIPTS.computeIfAbsent(parts, Script::assemble);
    }

    private static Script assemble(List<String> parts) {
        StringBuilder source = new StringBuilder();
        for (String part : parts) {
            source.append(read(part + ".lua")).append('\n');
        }
        return new Script(source.toString(), sha1(source.toString()));
    }

    private static String read(String name) {
        try (InputStream resource = Script.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the script " + name + " is missing from the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
