package dev.wit4j.redis;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A disk of servers that, when it is told to, syncs nothing any more until it is let go on. It needs a compiler for C. */
final class SlowDisk implements AutoCloseable {
    private static final String SOURCE = """
            #include <unistd.h>
            int fdatasync(int file) {
                while (access(STALLED, F_OK) == 0) usleep(1000);
                return 0;
            }
            """;

    private final Path folder;
    private final Path stalled;

    private SlowDisk(Path folder) {
        this.folder = folder;
        this.stalled = folder.resolve("stalled");
    }

    static SlowDisk make() throws Exception {
        assumeThat(Stream.of("/usr/bin/cc", "/bin/cc").anyMatch(path -> Files.isExecutable(Path.of(path))))
                .as("a compiler for C")
                .isTrue();
        SlowDisk disk = new SlowDisk(Files.createTempDirectory("wit4j-slow-disk-"));
        Path source = Files.writeString(disk.folder.resolve("sync.c"), SOURCE);
        List<String> compile = List.of(
                "cc",
                "-shared",
                "-fPIC",
                "-DSTALLED=\"" + disk.stalled + "\"",
                "-o",
                disk.library().toString(),
                source.toString());
        int status = new ProcessBuilder(compile).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("cc ends with " + status);
        }
        return disk;
    }

    private Path library() {
        return folder.resolve("sync.so");
    }

    /** A server on this disk. */
    RedisBinary of(RedisBinary binary) throws IOException {
        Path script = Files.writeString(
                folder.resolve("redis-server"),
                "#!/bin/sh\nLD_PRELOAD=" + library() + " exec " + binary.path() + " \"$@\"\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " cannot be made executable");
        }
        return new RedisBinary(binary.version(), script);
    }

    void stall() throws IOException {
        Files.createFile(stalled);
    }

    void goOn() throws IOException {
        Files.deleteIfExists(stalled);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
