package dev.wit4j.embedded.log;

import dev.wit4j.embedded.file.Directory;
import dev.wit4j.embedded.file.LogFile;
import dev.wit4j.embedded.thread.Uninterruptibly;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Makes segments ahead of their use, full of zeroes that are really on the disk, so that a commit neither waits for that nor
 * has to make the growth of a file durable. Use by one thread.
 */
final class SegmentSupply implements Closeable {
    private static final int STEP = 1 << 20;

    private final Directory directory;
    private final long size;
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "wit4j-log-segments");
        thread.setDaemon(true);
        return thread;
    });
    private long next;
    private @Nullable Future<LogFile> prepared;

    /**
     * A supply.
     *
     * @param size of a segment in bytes
     * @param next the number of the next segment
     */
    SegmentSupply(Directory directory, long size, long next) {
        this.directory = directory;
        this.size = size;
        this.next = next;
    }

    long size() {
        return size;
    }

    /** Begins to make the next segment. */
    void prepare() {
        long number = next;
        prepared = background.submit(() -> makeNamed(number));
    }

    /** Makes a segment that nobody has used, over what an attempt before that failed may have left. */
    private LogFile makeNamed(long number) throws IOException {
        String name = SegmentNames.of(number);
        if (directory.list().contains(name)) {
            directory.delete(name);
        }
        LogFile file = make(directory, name, size);
        try {
            directory.sync();
            return file;
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /** The number of the segment that {@link #take} gives next. */
    long next() {
        return next;
    }

    /** The next segment, and begins to make the one behind it. Tries again what failed when it was made ahead. */
    LogFile take() throws IOException {
        LogFile file;
        try {
            file = await();
        } catch (IOException e) {
            file = makeNamed(next);
        }
        next++;
        prepare();
        return file;
    }

    private LogFile await() throws IOException {
        Future<LogFile> awaited = prepared;
        if (awaited == null) {
            throw new IllegalStateException("nothing is being prepared");
        }
        try {
            return Uninterruptibly.get(awaited::get);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        }
    }

    /** A file of {@code size} zeroes; durable, but its name is not. */
    static LogFile make(Directory directory, String name, long size) throws IOException {
        LogFile file = directory.create(name);
        try {
            ByteBuffer zeroes = ByteBuffer.allocateDirect((int) Math.min(STEP, size));
            for (long offset = 0; offset < size; offset += zeroes.limit()) {
                zeroes.clear().limit((int) Math.min(zeroes.capacity(), size - offset));
                file.write(zeroes, offset);
            }
            file.sync();
            return file;
        } catch (IOException | RuntimeException | Error e) {
            try (file) {
                directory.delete(name);
            } catch (IOException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    /** Ends the supply. The segment that was not taken is removed, if it can be; the next opening does so otherwise. */
    @Override
    public void close() {
        try {
            if (prepared != null) {
                await().close();
                directory.delete(SegmentNames.of(next));
            }
        } catch (IOException e) {
            prepared = null; // nobody needs it any more
        } finally {
            background.shutdown();
        }
    }
}
