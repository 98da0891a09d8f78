package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Random;

/** Uses a store on a disk of its own, which is small or cannot be written, and says what the store said. */
final class DiskChild {
    private static final WorkerId WORKER = new WorkerId("component", "one");
    private static final int SPARE = 1 << 20;

    private DiskChild() {}

    /** Arguments: what to do, and the folder where the disk is. */
    public static void main(String[] arguments) throws IOException {
        Path disk = Path.of(arguments[1]);
        Path store = disk.resolve("store");
        switch (arguments[0]) {
            case "fill" -> fill(disk, store);
            case "open" -> refused("open", () -> EmbeddedStorage.open(store, CrashChild.options()));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void fill(Path disk, Path store) throws IOException {
        Path spare = Files.write(disk.resolve("spare"), new byte[SPARE]);
        int durable = commitUntilFull(store);
        require(durable > 0, "nothing could be written");
        Path rest = disk.resolve("rest");
        takeTheRest(rest);
        refused("open", () -> EmbeddedStorage.open(store, CrashChild.options()));
        Files.delete(rest);
        Files.delete(spare);
        try (var storage = EmbeddedStorage.open(store, CrashChild.options())) {
            for (int i = 0; i < durable; i++) {
                require(storage.buckets().get("b", "k" + i).orElseThrow().equals(value(i)), "value " + i + " is lost");
            }
            storage.claim(WORKER).commit(Bytes.EMPTY, put(durable));
        }
        System.out.println("durable " + (durable > 0));
    }

    private static int commitUntilFull(Path store) {
        int durable = 0;
        try (var storage = EmbeddedStorage.open(store, CrashChild.options())) {
            Journal journal = storage.claim(WORKER);
            try {
                while (true) {
                    journal.commit(Bytes.EMPTY, put(durable));
                    journal.sync();
                    durable++;
                    if (durable % 10 == 0) {
                        storage.workers().list(); // brings the tables up to the log, which lets segments go
                    }
                }
            } catch (StorageException e) {
                System.out.println("commit: " + e.getMessage());
                refused("read", () -> storage.buckets().get("b", "k0"));
            }
        }
        return durable;
    }

    private static void takeTheRest(Path rest) {
        try (var out = Files.newOutputStream(rest)) {
            while (true) {
                out.write(0);
            }
        } catch (IOException e) {
            System.out.println("full: " + e.getMessage());
        }
    }

    private static Effect put(int number) {
        return new Effect.Put("b", "k" + number, value(number), OptionalLong.empty());
    }

    private static Bytes value(int number) {
        byte[] bytes = new byte[10_000];
        new Random(number).nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    private static void refused(String what, Runnable action) {
        try {
            action.run();
            System.out.println(what + ": not refused");
        } catch (StorageException e) {
            System.out.println(what + ": " + e.getMessage());
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
