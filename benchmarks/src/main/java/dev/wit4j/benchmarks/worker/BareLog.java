package dev.wit4j.benchmarks.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The least that durability costs: bytes that mean nothing, written over a file of zeroes and synced with {@code fdatasync}, round
 * and round. A thread of its own writes and syncs what several threads have appended.
 */
final class BareLog implements AutoCloseable {
    private static final int BUFFER = 1 << 20;
    private static final long SIZE = 64L * BUFFER;

    private final FileChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final Thread flusher = new Thread(this::flush, "bare-log");
    private ByteBuffer filling = ByteBuffer.allocateDirect(BUFFER);
    private ByteBuffer writing = ByteBuffer.allocateDirect(BUFFER);
    private long appended;
    private long durable;
    private long position;
    private boolean closing;

    BareLog(Path file) throws IOException {
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        for (long at = 0; at < SIZE; at += BUFFER) {
            channel.write(filling.clear(), at);
        }
        filling.clear();
        channel.force(true);
        flusher.start();
    }

    /** Appends and syncs by the thread that calls, the only one. */
    void appendAlone(ByteBuffer bytes) {
        try {
            writeAndSync(bytes.clear());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends, and returns when a sync that others share is over. */
    void append(byte[] bytes) {
        lock.lock();
        try {
            filling.put(bytes);
            long mine = ++appended;
            work.signal();
            while (durable < mine) {
                progress.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closing = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        try {
            flusher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        channel.close();
    }

    private void flush() {
        try {
            for (long last = take(); last >= 0; last = take()) {
                writeAndSync(writing.flip());
                lock.lock();
                try {
                    durable = last;
                    progress.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for bytes and takes them to {@code writing}; the number of the last append among them, or -1 at the end. */
    private long take() {
        lock.lock();
        try {
            while (filling.position() == 0 && !closing) {
                work.awaitUninterruptibly();
            }
            ByteBuffer full = filling;
            filling = writing.clear();
            writing = full;
            return full.position() == 0 ? -1 : appended;
        } finally {
            lock.unlock();
        }
    }

    private void writeAndSync(ByteBuffer bytes) throws IOException {
        if (position + bytes.remaining() > SIZE) {
            position = 0;
        }
        position += channel.write(bytes, position);
        channel.force(false);
    }
}
