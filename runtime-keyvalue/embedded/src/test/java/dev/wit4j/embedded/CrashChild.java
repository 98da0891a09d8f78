package dev.wit4j.embedded;

import java.nio.file.Path;
import java.util.Random;

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
        try (var storage = killer.open(folder)) {
            var session = new Script.Session(storage);
            for (int i = first; i < script.length(); i++) {
                script.take(i, session);
                if (random.nextInt(3) == 0) {
                    session.sync();
                    System.out.println("durable " + (i + 1));
                }
            }
        }
        killer.report();
    }

    static EmbeddedOptions options() {
        return EmbeddedOptions.defaults().withSegmentSize(SEGMENT);
    }
}
