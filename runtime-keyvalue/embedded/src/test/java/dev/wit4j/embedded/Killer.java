package dev.wit4j.embedded;

import dev.wit4j.embedded.file.FaultyDirectory;
import dev.wit4j.embedded.file.FolderDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends the process that it is in SIGKILL at an operation of its log: before it, or in the middle of a write. */
public final class Killer implements FaultyDirectory.Fault {
    private final int fatal;
    private final boolean inTheMiddle;
    private final AtomicInteger operations = new AtomicInteger();
    private final Queue<Integer> writes = new ConcurrentLinkedQueue<>();

    /**
     * A killer.
     *
     * @param fatal the operation that the process does not survive, counted from 1
     */
    public Killer(int fatal, boolean inTheMiddle) {
        this.fatal = fatal;
        this.inTheMiddle = inTheMiddle;
    }

    /** Opens a store with small segments, whose operations are counted. */
    public EmbeddedStorage open(Path folder) {
        return EmbeddedStorage.open(
                folder,
                CrashChild.options(),
                new FaultyDirectory(new FolderDirectory(folder.resolve(StoreFolder.LOG)), this));
    }

    /** Says how many operations there were, and which of them wrote. */
    public void report() {
        System.out.println("operations " + operations.get());
        writes.forEach(write -> System.out.println("write " + write));
    }

    @Override
    public void before(FaultyDirectory.Operation operation) throws IOException {
        int number = operations.incrementAndGet();
        boolean write = operation == FaultyDirectory.Operation.WRITE;
        if (write) {
            writes.add(number);
        }
        if (number == fatal) {
            if (inTheMiddle && write) {
                throw new IOException("killed in the middle");
            }
            kill();
        }
    }

    @Override
    public void behindPart() {
        kill();
    }

    /** Sends this process SIGKILL, and does not return. */
    static void kill() {
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start();
            Thread.sleep(Long.MAX_VALUE);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("cannot kill this process", e);
        }
    }
}
