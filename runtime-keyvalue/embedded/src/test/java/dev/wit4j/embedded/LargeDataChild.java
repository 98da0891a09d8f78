package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Random;

/** Writes more than its heap holds, and reads it back while it is on its way and after the store was opened again. */
final class LargeDataChild {
    private static final int VALUES = 80;
    private static final int SIZE = 2 << 20;

    private LargeDataChild() {}

    /** Argument: the folder. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (var storage = EmbeddedStorage.open(folder)) {
            Journal journal = storage.claim(new WorkerId("large", "data"));
            for (int i = 0; i < VALUES; i++) {
                journal.commit(Bytes.EMPTY, new Effect.Put("b", "k" + i, value(i), OptionalLong.empty()));
                require(journal.buckets().get("b", "k" + i).orElseThrow().equals(value(i)), i);
                int earlier = i / 2;
                require(journal.buckets().get("b", "k" + earlier).orElseThrow().equals(value(earlier)), earlier);
            }
        }
        try (var storage = EmbeddedStorage.open(folder)) {
            for (int i = 0; i < VALUES; i++) {
                require(storage.buckets().get("b", "k" + i).orElseThrow().equals(value(i)), i);
            }
        }
        System.out.println("heap " + Runtime.getRuntime().maxMemory() + ", data " + (long) VALUES * SIZE);
    }

    private static Bytes value(int seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    private static void require(boolean equal, int index) {
        if (!equal) {
            throw new IllegalStateException("value " + index + " is another");
        }
    }
}
