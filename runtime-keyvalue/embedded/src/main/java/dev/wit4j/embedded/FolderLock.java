package dev.wit4j.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps everybody else out of a folder while it is open, in this process and in others; goes with the process. */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";

    /** Behind what the file says, so that others can read that. */
    private static final long LOCKED_BYTE = 1L << 30;

    /** The folders that are open in this process: closing any channel to a file gives up the process's locks on it. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Locks {@code folder}, which exists.
     *
     * @throws FolderInUseException if somebody else has it open; the message says who
     */
    static FolderLock acquire(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!OPEN.add(real)) {
            throw new FolderInUseException(folder, "this process");
        }
        try {
            return new FolderLock(real, lock(folder));
        } catch (IOException | RuntimeException | Error e) {
            OPEN.remove(real);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new FolderInUseException(
                        folder, Files.readString(file, StandardCharsets.UTF_8).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(whoWeAre().getBytes(StandardCharsets.UTF_8)), 0);
            return channel;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static String whoWeAre() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "this host";
        }
        return "process " + ProcessHandle.current().pid() + " on " + host + " since " + Instant.now() + "\n";
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OPEN.remove(folder);
        }
    }
}
