package dev.wit4j.redis;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code redis-server} that runs here.
 *
 * @param version as it calls itself
 * @param path the executable
 */
public record RedisBinary(String version, Path path) {
    private static final Pattern VERSION = Pattern.compile("v=([0-9.]+)");
    private static final String BUNDLED = "/redis-server-6.2.6-v5-linux-amd64";

    private static @Nullable List<RedisBinary> found;

    /** Every one there is: that of the {@code PATH} first, then the one that comes with the build. */
    public static synchronized List<RedisBinary> all() {
        if (found == null) {
            List<RedisBinary> binaries = new ArrayList<>();
            onPath().flatMap(RedisBinary::probe).ifPresent(binaries::add);
            bundled().flatMap(RedisBinary::probe).ifPresent(binaries::add);
            found = List.copyOf(binaries);
        }
        return found;
    }

    /** The preferred one. */
    public static RedisBinary preferred() {
        return all().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no redis-server runs here: install one (apt-get install redis-server)"));
    }

    /** One whose version begins with {@code version}. */
    public static Optional<RedisBinary> ofVersion(String version) {
        return all().stream()
                .filter(binary -> binary.version().startsWith(version + "."))
                .findFirst();
    }

    private static Optional<Path> onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return List.of(path.split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> bundled() {
        try (InputStream binary = RedisBinary.class.getResourceAsStream(BUNDLED)) {
            if (binary == null) {
                return Optional.empty();
            }
            Path file = Files.createTempFile("redis-server-", "");
            file.toFile().deleteOnExit();
            Files.write(file, binary.readAllBytes());
            return file.toFile().setExecutable(true) ? Optional.of(file) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it for its version: a binary for another platform has none. */
    private static Optional<RedisBinary> probe(Path path) {
        try {
            Process process = new ProcessBuilder(path.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(text);
            return process.waitFor() == 0 && version.find()
                    ? Optional.of(new RedisBinary(version.group(1), path))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Redis " + version;
    }
}
