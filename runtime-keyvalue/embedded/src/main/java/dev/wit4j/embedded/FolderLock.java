package dev.wit4j.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
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

    /**
     * A property of the system for each folder that is open in this process, which class loaders share: closing any channel to a
     * file gives up the process's locks on it, so that the file of an open folder must not even be opened.
     */
    private static final String OPEN = "dev.wit4j.embedded.open.";

    /** Channels to files that somebody else in this process has locked all the same; never closed, nor collected. */
    private static final Set<FileChannel> KEPT = ConcurrentHashMap.newKeySet();

    private final String property;
    private final FileChannel channel;

    private FolderLock(String property, FileChannel channel) {
        this.property = property;
        this.channel = channel;
    }

    /**
     * Locks {@code folder}, which exists.
     *
     * @throws FolderInUseException if somebody else has it open; the message says who
     */
    static FolderLock acquire(Path folder) throws IOException {
        String property = OPEN + folder.toRealPath();
        if (System.getProperties().putIfAbsent(property, "true") != null) {
            throw new FolderInUseException(folder, "this process");
        }
        try {
            return new FolderLock(property, lock(folder));
        } catch (IOException | RuntimeException | Error e) {
            System.clearProperty(property);
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
        } catch (OverlappingFileLockException e) {
            KEPT.add(channel);
            throw new FolderInUseException(folder, "this process");
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
            System.clearProperty(property);
        }
    }
}
