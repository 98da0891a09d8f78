package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Durable commits per second: a store, and beside it, in the same run, bare preallocated appends of as many bytes with
 * {@code fdatasync}, shared by as many threads. Arguments: a folder, the seconds of each round, the number of rounds,
 * and how many threads, unless it is one and 64.
 */
final class CommitBenchmark {
    private static final int ENTRIES = 100;
    private static final int VALUE = 64;

    /** The bytes that such a commit has in the log: a record of about 230 bytes, in blocks of 512 where it is alone. */
    private static final int ALONE = 512;

    private static final int TOGETHER = 240;
    private static final long SEGMENT = 64 << 20;

    private CommitBenchmark() {}

    /** Something that is done over and over by a thread, and is durable when it returns. */
    private interface Durable {
        void once(int round);
    }

    /** What is measured: gives each thread something to do. */
    private interface Subject extends AutoCloseable {
        Durable thread(int number);

        @Override
        void close() throws IOException;
    }

    private record Result(double perSecond, double p50, double p99) {
        @Override
        public String toString() {
            return String.format("%,9.0f per s, p50 %6.0f us, p99 %6.0f us", perSecond, p50, p99);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int seconds = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        for (int threads : arguments.length > 3 ? new int[] {Integer.parseInt(arguments[3])} : new int[] {1, 64}) {
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                Result bare = measure(new Bare(folder.resolve("bare"), threads), threads, seconds);
                Result store = measure(new Store(folder.resolve("store-" + threads + "-" + round)), threads, seconds);
                ratios.add(store.perSecond() / bare.perSecond());
                System.out.printf(
                        "%d threads%n  bare  %s%n  store %s%n  ratio %.2f%n",
                        threads, bare, store, store.perSecond() / bare.perSecond());
            }
            ratios.sort(null);
            System.out.printf("%d threads: median ratio %.2f%n", threads, ratios.get(ratios.size() / 2));
        }
    }

    private static Result measure(Subject subject, int threads, int seconds) throws Exception {
        try (subject) {
            run(subject, threads, Math.max(1, seconds / 3));
            return run(subject, threads, seconds);
        }
    }

    private static Result run(Subject subject, int threads, int seconds) throws Exception {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        List<long[]> times = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Durable durable = subject.thread(i);
            var thread = new Thread(() -> {
                long[] mine = new long[1 << 16];
                int count = 0;
                for (long now = System.nanoTime(); now < end; ) {
                    durable.once(count);
                    long after = System.nanoTime();
                    mine = count == mine.length ? Arrays.copyOf(mine, 2 * count) : mine;
                    mine[count++] = after - now;
                    now = after;
                }
                synchronized (times) {
                    times.add(Arrays.copyOf(mine, count));
                }
            });
            running.add(thread);
            thread.start();
        }
        for (Thread thread : running) {
            thread.join();
        }
        double elapsed = (System.nanoTime() - begin) / 1e9;
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all.length / elapsed, all[all.length / 2] / 1e3, all[all.length / 100 * 99] / 1e3);
    }

    private static final class Store implements Subject {
        private final EmbeddedStorage storage;

        Store(Path folder) {
            storage = EmbeddedStorage.open(folder);
        }

        @Override
        public Durable thread(int number) {
            Journal journal = storage.claim(new WorkerId("benchmark", "worker-" + number));
            Bytes entries = Bytes.wrap(new byte[ENTRIES]);
            Bytes value = Bytes.wrap(new byte[VALUE]);
            return round -> {
                String key = "key-" + number + "-" + round % 1000;
                journal.commit(entries, new Effect.Put("bucket", key, value, OptionalLong.empty()));
                journal.sync();
            };
        }

        @Override
        public void close() {
            storage.close();
        }
    }

    /** Appends bytes to a file of zeroes; one thread writes and syncs what all have appended. */
    private static final class Bare implements Subject {
        private final FileChannel channel;
        private final int threads;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition work = lock.newCondition();
        private final Condition progress = lock.newCondition();
        private ByteBuffer filling = ByteBuffer.allocateDirect(1 << 20);
        private ByteBuffer writing = ByteBuffer.allocateDirect(1 << 20);
        private final Thread flusher = new Thread(this::flush);
        private long appended;
        private long durable;
        private long position;
        private boolean closing;

        Bare(Path file, int threads) throws IOException {
            this.threads = threads;
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            ByteBuffer zeroes = ByteBuffer.allocateDirect(1 << 20);
            for (long at = 0; at < SEGMENT; at += zeroes.capacity()) {
                channel.write(zeroes.clear(), at);
            }
            channel.force(true);
            flusher.start();
        }

        @Override
        public Durable thread(int number) {
            byte[] bytes = new byte[threads == 1 ? ALONE : TOGETHER];
            ByteBuffer alone = ByteBuffer.allocateDirect(bytes.length);
            return threads == 1 ? round -> append(alone) : round -> append(bytes);
        }

        private void append(ByteBuffer bytes) {
            try {
                channel.write(bytes.clear(), position);
                channel.force(false);
                position = (position + bytes.capacity()) % SEGMENT;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void append(byte[] bytes) {
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

        private void flush() {
            try {
                while (true) {
                    long last;
                    lock.lock();
                    try {
                        while (filling.position() == 0 && !closing) {
                            work.awaitUninterruptibly();
                        }
                        if (filling.position() == 0) {
                            return;
                        }
                        ByteBuffer full = filling;
                        filling = writing.clear();
                        writing = full;
                        last = appended;
                    } finally {
                        lock.unlock();
                    }
                    if (position + writing.position() > SEGMENT) {
                        position = 0;
                    }
                    position += channel.write(writing.flip(), position);
                    channel.force(false);
                    lock.lock();
                    try {
                        durable = last;
                        progress.signalAll();
                    } finally {
                        lock.unlock();
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
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
            channel.force(false);
            try {
                flusher.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            channel.close();
        }
    }
}
