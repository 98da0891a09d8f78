package dev.wit4j.benchmarks.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much of a log has been written: its segments are files of zeroes before. */
final class LogBytes {
    private LogBytes() {}

    /** The bytes up to the last one of each segment that is not zero, in a store that nobody has open. */
    static long written(Path folder) {
        try (Stream<Path> segments = Files.list(folder.resolve("log"))) {
            List<Path> files = segments.toList();
            return files.stream().mapToLong(LogBytes::used).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long used(Path segment) {
        try {
            byte[] bytes = Files.readAllBytes(segment);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            return end;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
