package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.embedded.file.SimulatedDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loses power at random moments: of all that was not synced, any sectors may be there or not. What is found must be what some
 * prefix of the steps leads to, with every step that was said to be durable. {@code -Dwit4j.powerloss=N} makes N runs.
 */
class PowerLossTest {
    private static final int RUNS = Integer.getInteger("wit4j.powerloss", 15);
    private static final int STEPS = 60;

    @TempDir
    private Path folder = Path.of("");

    /** Invariant 14, for the whole store: the recovered prefix contains every acknowledged record, and never a ghost. */
    @Test
    void recoveryYieldsAPrefixThatContainsEveryAcknowledgedRecordAndNeverAGhost() throws IOException {
        int losses = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            losses += loseRepeatedly(seed);
        }
        System.out.println("power losses: " + losses + ", runs: " + RUNS + ", violations: 0");
    }

    /** Takes the steps of a script across as many losses as it comes to, and gives their number. */
    private int loseRepeatedly(int seed) throws IOException {
        var random = new Random(seed);
        var script = new Script(seed, STEPS);
        List<String> model = script.model();
        Path place = folder.resolve("seed-" + seed);
        var log = new SimulatedDirectory();
        int durable = 0;
        int life = 0;
        while (true) {
            life++;
            var storage = EmbeddedStorage.open(place, CrashChild.options(), log);
            int found = model.lastIndexOf(Script.dump(storage));
            assertThat(found)
                    .as("seed %d, life %d: %d steps were durable", seed, life, durable)
                    .isGreaterThanOrEqualTo(durable);
            durable = take(script, found, storage, random);
            Path after = folder.resolve("seed-" + seed + "-after-" + life);
            log = losePower(place, log, after, random);
            storage.close();
            TestFolders.delete(place);
            place = after;
            if (found == STEPS) {
                TestFolders.delete(place);
                return life;
            }
        }
    }

    /** Takes some steps from {@code first} on, and gives how many are durable. */
    private static int take(Script script, int first, EmbeddedStorage storage, Random random) {
        var session = new Script.Session(storage);
        int durable = first;
        int last = Math.min(STEPS, first + 1 + random.nextInt(25));
        for (int i = first; i < last; i++) {
            script.take(i, session);
            if (random.nextInt(4) == 0) {
                session.sync();
                durable = i + 1;
            }
        }
        return durable;
    }

    private static SimulatedDirectory losePower(Path place, SimulatedDirectory log, Path after, Random random)
            throws IOException {
        return TestFolders.whileTablesRest(place, () -> {
            TestFolders.copyTablesWithoutPower(place, after, random);
            return log.losePower(random);
        });
    }
}
