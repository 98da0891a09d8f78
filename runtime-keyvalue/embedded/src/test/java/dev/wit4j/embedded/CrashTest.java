package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.memory.MemoryStorage;
import dev.wit4j.runtime.WorkerCrashChild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process at each operation of its log, opens what it left, and compares with the model: what is there must be what some
 * prefix of the steps leads to, with every step that was said to be durable. Then takes the remaining steps. The default is a
 * sample of the points; {@code -Dwit4j.crash=all} is all of them.
 */
class CrashTest {
    private static final boolean ALL = "all".equals(System.getProperty("wit4j.crash"));
    private static final int SAMPLE = 8;

    private final Script script = new Script(CrashChild.SEED, CrashChild.STEPS);
    private final List<String> model = script.model();

    @TempDir
    private Path folder = Path.of("");

    private static int points;
    private static int runs;
    private static final List<String> violations = new ArrayList<>();

    /** What a process said before it ended: the steps that were durable, and, if it was not killed, its operations. */
    private record Said(int durable, Operations operations) {}

    /** The operations of a log, and which of them write. */
    private record Operations(int count, List<Integer> writes) {
        static Operations of(List<String> lines) {
            List<Integer> counts = ChildProcess.numbers("operations", lines);
            return new Operations(counts.isEmpty() ? 0 : counts.get(0), ChildProcess.numbers("write", lines));
        }

        /** Where to kill: all points, or a sample. */
        int[] points() {
            int step = ALL ? 1 : Math.max(1, count / SAMPLE);
            return IntStream.iterate(1, point -> point <= count, point -> point + step)
                    .toArray();
        }

        /** Before it or, of writes, also in the middle; in a sample one of both. */
        List<Boolean> ways(int point) {
            boolean writes = writes().contains(point);
            return ALL && writes ? List.of(false, true) : List.of(!ALL && writes && point % 2 == 0);
        }
    }

    @Test
    void noStepIsLostHalvedOrDoubledWhereverTheProcessIsKilled() throws Exception {
        Operations operations = run(folder.resolve("whole"), 0, false, 0).operations();
        for (int point : operations.points()) {
            points++;
            for (boolean inTheMiddle : operations.ways(point)) {
                crash(point, inTheMiddle);
            }
        }
        assertThat(violations).isEmpty();
    }

    /** The same with workers: what they were called for, what they remember, and what they called each other for. */
    @Test
    void noCallOfAWorkerIsLostOrMadeTwiceWhereverTheProcessIsKilled() throws Exception {
        Map<String, String> expected = WorkerCrashChild.run(new MemoryStorage(), (call, answer) -> {});
        Operations operations = Operations.of(
                ChildProcess.run(WorkerCrashChild.class, folder, folder.resolve("whole-workers"), 0, false));
        for (int point : operations.points()) {
            points++;
            for (boolean inTheMiddle : operations.ways(point)) {
                crashWorkers(point, inTheMiddle, expected);
            }
        }
        assertThat(violations).isEmpty();
    }

    private void crashWorkers(int point, boolean inTheMiddle, Map<String, String> expected) throws Exception {
        runs++;
        String what = "workers, operation " + point + (inTheMiddle ? ", in the middle" : "");
        Path place = folder.resolve("workers-" + point + inTheMiddle);
        for (String line : ChildProcess.run(WorkerCrashChild.class, folder, place, point, inTheMiddle)) {
            String[] told = line.split(": ", 2);
            if (told.length == 2 && !told[1].equals(expected.get(told[0]))) {
                violations.add(what + ": " + told[0] + " was told " + told[1]);
            }
        }
        try (var storage = EmbeddedStorage.open(place, CrashChild.options())) {
            Map<String, String> found = WorkerCrashChild.run(storage, (call, answer) -> {});
            if (!found.equals(expected)) {
                violations.add(what + ": led to " + found);
            }
        } catch (RuntimeException e) {
            violations.add(what + ": " + e);
        }
        TestFolders.delete(place);
    }

    @Test
    void anOpeningThatIsKilledChangesNothing() throws Exception {
        Path crashed = folder.resolve("crashed");
        Said before = run(crashed, 150, true, 0);
        int opening = 0;
        for (int point = 1; opening == 0 || point <= opening; point += ALL ? 1 : 3) {
            points++;
            Path copy = TestFolders.copy(crashed, folder.resolve("opening-" + point));
            Said said = run(copy, point, point % 2 == 0, CrashChild.STEPS);
            opening = opening == 0 ? openingOperations(crashed) : opening;
            check("opening, operation " + point, copy, Math.max(before.durable(), said.durable()));
        }
        assertThat(violations).isEmpty();
    }

    /** The same between the steps of the tables, of a store that is made and of one whose tables are behind. */
    @Test
    void anOpeningThatIsKilledBetweenTheStepsOfItsTablesChangesNothing() throws Exception {
        Path crashed = folder.resolve("behind");
        int durable = run(crashed, 150, true, 0).durable();
        Path absent = folder.resolve("absent");
        openWithKills(absent, 0);
        openWithKills(crashed, durable);
        assertThat(violations).isEmpty();
    }

    private void openWithKills(Path before, int durable) throws Exception {
        for (int point = 1; ; point += ALL ? 1 : 7) {
            Path place = folder.resolve(before.getFileName() + "-step-" + point);
            if (Files.exists(before)) {
                TestFolders.copy(before, place);
            }
            boolean ended = !ChildProcess.numbers(
                            "steps", ChildProcess.run(OpeningCrashChild.class, folder, place, point))
                    .isEmpty();
            runs++;
            points += ended ? 0 : 1;
            check(before.getFileName() + ", step " + point + " of the tables", place, durable);
            if (ended) {
                return;
            }
        }
    }

    @AfterAll
    static void report() {
        System.out.println("crash points: " + points + ", runs: " + runs + ", violations: " + violations.size());
    }

    private int openingOperations(Path crashed) throws Exception {
        return run(TestFolders.copy(crashed, folder.resolve("opening")), 0, false, CrashChild.STEPS)
                .operations()
                .count();
    }

    private void crash(int point, boolean inTheMiddle) throws Exception {
        Path place = folder.resolve("point-" + point + (inTheMiddle ? "-middle" : ""));
        Said said = run(place, point, inTheMiddle, 0);
        check("operation " + point + (inTheMiddle ? ", in the middle" : ""), place, said.durable());
    }

    private void check(String what, Path place, int durable) throws IOException {
        int found;
        try (var storage = EmbeddedStorage.open(place, CrashChild.options())) {
            found = model.lastIndexOf(Script.dump(storage));
            if (found < durable) {
                violations.add(what + ": " + durable + " steps were durable, found those of " + found);
            }
            var session = new Script.Session(storage);
            for (int i = Math.max(found, 0); found >= 0 && i < script.length(); i++) {
                script.take(i, session);
            }
        } catch (RuntimeException e) {
            violations.add(what + ": " + e);
            return;
        }
        try (var storage = EmbeddedStorage.open(place, CrashChild.options())) {
            if (!Script.dump(storage).equals(model.get(script.length()))) {
                violations.add(what + ": the steps behind " + found + " led elsewhere");
            }
        }
        TestFolders.delete(place);
    }

    private Said run(Path place, int fatal, boolean inTheMiddle, int first) throws Exception {
        runs++;
        List<String> lines = ChildProcess.run(CrashChild.class, folder, place, fatal, inTheMiddle, first);
        List<Integer> durable = ChildProcess.numbers("durable", lines);
        return new Said(durable.isEmpty() ? 0 : durable.get(durable.size() - 1), Operations.of(lines));
    }
}
