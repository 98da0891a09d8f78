package dev.wit4j.redis;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/**
 * A real Redis server on a free port of the loopback, with its data in a folder of its own. It can be killed, stopped in its
 * tracks and started again on the same data; it ends at the latest with the JVM.
 */
public final class RedisServer implements AutoCloseable {
    private static final int LONGEST_WAIT_MILLIS = 60_000;
    private static final Random PORTS = new Random();

    private final RedisBinary binary;
    private final List<String> directives;
    private final List<String> arguments;
    private final Path folder;
    private final int port;
    private Process process;

    private RedisServer(RedisBinary binary, List<String> directives, String... arguments) throws IOException {
        this(binary, Files.createTempDirectory("wit4j-redis-"), directives, arguments);
    }

    private RedisServer(RedisBinary binary, Path folder, List<String> directives, String... arguments)
            throws IOException {
        this.binary = binary;
        this.directives = directives;
        this.arguments = List.of(arguments);
        this.folder = folder;
        this.port = freePort();
        this.process = launch();
    }

    /**
     * Starts a server whose every reply is on disk ({@code appendfsync always}).
     *
     * @param directives of the configuration, each as {@code name value}; later ones win
     */
    public static RedisServer start(RedisBinary binary, String... directives) {
        try {
            return new RedisServer(binary, List.of(directives));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the preferred binary. */
    public static RedisServer start() {
        return start(RedisBinary.preferred());
    }

    /** Starts a sentinel that decides alone when {@code master}, which it knows as {@code name}, is to be replaced. */
    public static RedisServer startSentinel(RedisBinary binary, String name, RedisServer master) {
        return startSentinel(binary, name, master.port(), 1);
    }

    /**
     * Starts a sentinel.
     *
     * @param name under which it knows the master
     * @param masterPort where the master is
     * @param quorum how many sentinels have to find the master down before it is replaced
     * @param directives further ones of its configuration
     */
    static RedisServer startSentinel(
            RedisBinary binary, String name, int masterPort, int quorum, String... directives) {
        Stream<String> all = Stream.concat(
                Stream.of(directives),
                Stream.of(
                        "sentinel monitor " + name + " 127.0.0.1 " + masterPort + " " + quorum,
                        "sentinel down-after-milliseconds " + name + " 1000",
                        "sentinel failover-timeout " + name + " 3000"));
        try {
            return new RedisServer(binary, all.toList(), "--sentinel");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts another one on a copy of what this one has on its disk now. */
    RedisServer startOnCopy() {
        try {
            return new RedisServer(binary, copyOfDisk(), directives);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of what it has on its disk now. */
    Path copyOfDisk() {
        try {
            Path copy = Files.createTempDirectory("wit4j-redis-");
            copy(folder, copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server that does not run on what its disk had when it was copied; the copy is gone then. */
    void restartOn(Path copyOfDisk) {
        try {
            delete(folder);
            Files.createDirectories(folder);
            copy(copyOfDisk, folder);
            delete(copyOfDisk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** What a client connects to. */
    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    /** Whether its process runs. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Kills the process without warning, as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Ends the process in order and waits until it is gone. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Stops the process in its tracks: its sockets stay open and nobody answers. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a paused process go on. */
    public void resume() {
        signal("CONT");
    }

    /** Starts the process again on the same port and data. */
    public void restart() {
        if (process.isAlive()) {
            throw new IllegalStateException("it still runs");
        }
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it and starts it again. */
    void killAndRestart() {
        kill();
        restart();
    }

    /** Returns when a replica has everything that this server has. */
    void awaitReplica() {
        try (Jedis jedis = new Jedis("127.0.0.1", port, LONGEST_WAIT_MILLIS)) {
            do {
                jedis.ping();
            } while (jedis.waitReplicas(1, 1000) < 1);
        }
    }

    /** Takes so many bytes from the end of the log of a server that does not run: what it had not yet written. */
    void truncateLog(long bytes) {
        try (FileChannel channel = FileChannel.open(logOfWrites(), StandardOpenOption.WRITE)) {
            channel.truncate(Math.max(0, channel.size() - bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long the log of what it writes is. */
    long lengthOfLog() {
        try {
            return Files.size(logOfWrites());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logOfWrites() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".incr.aof")
                            || file.toString().endsWith("appendonly.aof"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Returns when what the server says of itself contains {@code text}. */
    void awaitInfo(String text) {
        try (Jedis jedis = new Jedis("127.0.0.1", port)) {
            while (!jedis.info().contains(text)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    /** What the server has logged so far. */
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and removes its data. */
    @Override
    public void close() {
        kill();
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(binary.path().toString()));
        Stream<String> settings = Stream.of(
                "port " + port,
                "bind 127.0.0.1",
                "dir " + folder,
                "save \"\"",
                "appendonly yes",
                "appendfsync always",
                "daemonize no",
                "repl-diskless-sync-delay 0",
                "enable-debug-command yes");
        Path file = folder.resolve("redis.conf");
        Files.write(
                file,
                Stream.concat(settings.filter(this::understood), directives.stream())
                        .toList());
        command.add(file.toString());
        command.addAll(arguments);
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        awaitAnswer(started);
        return started;
    }

    private boolean understood(String directive) {
        return !directive.startsWith("enable-debug-command")
                || !binary.version().startsWith("6.");
    }

    /** Waits until it answers; an error such as that a password is missing is an answer too. */
    private void awaitAnswer(Process started) {
        while (started.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
                InputStream answer = socket.getInputStream();
                byte[] first = answer.readNBytes(5);
                if (first.length == 5 && !new String(first, StandardCharsets.US_ASCII).equals("-LOAD")) {
                    return;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
        throw new IllegalStateException(binary + " does not start:\n" + log());
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server ended", e);
        }
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server was signalled", e);
        }
    }

    /** A port that is free, as is that of the cluster's bus, 10,000 above it. */
    static int freePort() throws IOException {
        for (int attempt = 0; attempt < 1000; attempt++) {
            int port;
            synchronized (PORTS) {
                port = 20_000 + PORTS.nextInt(12_000);
            }
            if (free(port) && free(port + 10_000)) {
                return port;
            }
        }
        throw new IOException("no free port");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
