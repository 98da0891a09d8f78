package dev.wit4j.maven.incremental;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The digest of files and of all that is in folders. */
public final class ContentDigest {
    private ContentDigest() {}

    /** One digest for all of {@code paths}, their order and names included. */
    public static String of(Collection<Path> paths) throws IOException {
        var fingerprint = new Fingerprint();
        for (Path path : paths) {
            for (Path file : files(path)) {
                fingerprint.file(path.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return fingerprint.toHex();
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return Files.exists(path) ? List.of(path) : List.of();
        }
        try (var paths = Files.walk(path)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
