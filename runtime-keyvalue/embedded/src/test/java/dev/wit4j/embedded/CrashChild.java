package dev.wit4j.embedded;

import dev.wit4j.embedded.file.FaultyDirectory;
import dev.wit4j.embedded.file.FolderDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The process that is killed: takes the steps of a script, says which are durable, and sends itself SIGKILL at an operation of
 * its log, before it or in the middle of it.
 */
final class CrashChild {
    static final long SEED = 6;
    static final int STEPS = 150;
    static final int SEGMENT = 16 << 10;

    private CrashChild() {}

    /** Arguments: the folder, the operation to be killed at, whether in the middle, and the step to begin with. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        var killer = new Killer(Integer.parseInt(arguments[1]), Boolean.parseBoolean(arguments[2]));
        int first = Integer.parseInt(arguments[3]);
        var script = new Script(SEED, STEPS);
        var random = new Random(SEED);
        var log = new FaultyDirectory(new FolderDirectory(folder.resolve(StoreFolder.LOG)), killer);
        try (var storage = EmbeddedStorage.open(folder, options(), log)) {
            System.out.println("opened " + killer.operations());
            var session = new Script.Session(storage);
            for (int i = first; i < script.length(); i++) {
                script.take(i, session);
                if (random.nextInt(3) == 0) {
                    session.sync();
                    System.out.println("durable " + (i + 1));
                }
            }
        }
        System.out.println("operations " + killer.operations() + " writes " + killer.writes());
    }

    static EmbeddedOptions options() {
        return EmbeddedOptions.defaults().withSegmentSize(SEGMENT);
    }

    private static final class Killer implements FaultyDirectory.Fault {
        private final int fatal;
        private final boolean inTheMiddle;
        private final AtomicInteger operations = new AtomicInteger();
        private final AtomicInteger writes = new AtomicInteger();

        Killer(int fatal, boolean inTheMiddle) {
            this.fatal = fatal;
            this.inTheMiddle = inTheMiddle;
        }

        int operations() {
            return operations.get();
        }

        int writes() {
            return writes.get();
        }

        @Override
        public void before(FaultyDirectory.Operation operation) throws IOException {
            boolean write = operation == FaultyDirectory.Operation.WRITE;
            writes.addAndGet(write ? 1 : 0);
            if (operations.incrementAndGet() == fatal) {
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

        private static void kill() {
            try {
                new ProcessBuilder(
                                "kill",
                                "-9",
                                Long.toString(ProcessHandle.current().pid()))
                        .start();
                Thread.sleep(Long.MAX_VALUE);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("cannot kill this process", e);
            }
        }
    }
}
