package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.embedded.file.FaultyDirectory;
import dev.wit4j.embedded.file.SimulatedDirectory;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
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

    private int lossesWhileSegmentsWent;

    /** Invariant 14, for the whole store: the recovered prefix contains every acknowledged record, and never a ghost. */
    @Test
    void recoveryYieldsAPrefixThatContainsEveryAcknowledgedRecordAndNeverAGhost() throws IOException {
        int losses = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            losses += loseRepeatedly(seed);
        }
        System.out.println("power losses: " + losses + ", of them while segments went: " + lossesWhileSegmentsWent
                + ", runs: " + RUNS + ", violations: 0");
        assertThat(lossesWhileSegmentsWent).isPositive();
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
            Path after = folder.resolve("seed-" + seed + "-after-" + life);
            var blow = new Blow(place, log, after, random);
            blow.durable.set(durable);
            int found = -1;
            try (var storage = EmbeddedStorage.open(place, CrashChild.options(), new FaultyDirectory(log, blow))) {
                found = model.lastIndexOf(Script.dump(storage));
                assertThat(found)
                        .as("seed %d, life %d: %d steps were durable", seed, life, durable)
                        .isGreaterThanOrEqualTo(durable);
                take(script, found, storage, random, blow.durable);
                blow.strike();
            } catch (StorageException e) {
                blow.requireStruck(e);
            }
            lossesWhileSegmentsWent += blow.whileSegmentsWent ? 1 : 0;
            log = blow.left();
            durable = blow.durableThen;
            TestFolders.delete(place);
            place = after;
            if (found == STEPS) {
                TestFolders.delete(place);
                return life;
            }
        }
    }

    /** Takes some steps from {@code first} on, and says how many are durable. */
    private static void take(Script script, int first, EmbeddedStorage storage, Random random, AtomicInteger durable) {
        var session = new Script.Session(storage);
        durable.set(Math.max(first, durable.get()));
        int last = Math.min(STEPS, first + 1 + random.nextInt(25));
        for (int i = first; i < last; i++) {
            script.take(i, session);
            if (random.nextInt(4) == 0) {
                session.sync();
                durable.set(i + 1);
            }
        }
    }

    /** A loss of power: before an operation of the log, before one of those by which segments go, or behind all. */
    private static final class Blow implements FaultyDirectory.Fault {
        private final Path place;
        private final SimulatedDirectory log;
        private final Path after;
        private final Random random;
        private final boolean whenSegmentsGo;
        private final AtomicInteger operations;

        /** How many steps are durable, as far as anybody was told. */
        private final AtomicInteger durable = new AtomicInteger();

        private int durableThen;
        private boolean whileSegmentsWent;
        private Optional<SimulatedDirectory> left = Optional.empty();

        Blow(Path place, SimulatedDirectory log, Path after, Random random) {
            this.place = place;
            this.log = log;
            this.after = after;
            this.random = new Random(random.nextLong());
            int kind = random.nextInt(3);
            whenSegmentsGo = kind == 0;
            operations = new AtomicInteger(
                    kind == 0 ? 1 + random.nextInt(6) : kind == 1 ? 1 + random.nextInt(80) : Integer.MAX_VALUE);
        }

        @Override
        public void before(FaultyDirectory.Operation operation) throws IOException {
            boolean going = isReleasing();
            if ((going || !whenSegmentsGo) && operations.decrementAndGet() == 0 && strike()) {
                whileSegmentsWent = going;
            }
        }

        private static boolean isReleasing() {
            return StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getMethodName().equals("release")));
        }

        /** Loses the power now, unless it was lost before; what happens here then is not known to anybody. */
        synchronized boolean strike() throws IOException {
            if (left.isPresent()) {
                return false;
            }
            durableThen = durable.get();
            left = Optional.of(TestFolders.whileTablesRest(place, () -> {
                TestFolders.copyTablesWithoutPower(place, after, random);
                return log.losePower(random);
            }));
            return true;
        }

        /** A store from under which the tables were copied may fail: what it does then does not count. */
        synchronized void requireStruck(StorageException failure) {
            if (left.isEmpty()) {
                throw failure;
            }
        }

        synchronized SimulatedDirectory left() {
            return left.orElseThrow();
        }
    }
}
