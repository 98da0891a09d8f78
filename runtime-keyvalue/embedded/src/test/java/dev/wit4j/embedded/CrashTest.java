package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** What a process said before it ended. */
    private record Said(int durable, int operations) {}

    @Test
    void noStepIsLostHalvedOrDoubledWhereverTheProcessIsKilled() throws Exception {
        int operations =
                run(folder.resolve("whole"), Integer.MAX_VALUE, false, 0).operations();
        for (int point : points(operations)) {
            points++;
            for (boolean inTheMiddle : ALL ? new boolean[] {false, true} : new boolean[] {point % 2 == 0}) {
                crash(point, inTheMiddle);
            }
        }
        assertThat(violations).isEmpty();
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

    @AfterAll
    static void report() {
        System.out.println("crash points: " + points + ", runs: " + runs + ", violations: " + violations.size());
    }

    private int openingOperations(Path crashed) throws Exception {
        return run(TestFolders.copy(crashed, folder.resolve("opening")), Integer.MAX_VALUE, false, CrashChild.STEPS)
                .operations();
    }

    private int[] points(int operations) {
        int step = ALL ? 1 : Math.max(1, operations / SAMPLE);
        return IntStream.iterate(1, point -> point <= operations, point -> point + step)
                .toArray();
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

    /** Starts the process that is to be killed. */
    static Process start(Path place, int fatal, boolean inTheMiddle, int first) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        place.toString(),
                        Integer.toString(fatal),
                        Boolean.toString(inTheMiddle),
                        Integer.toString(first))
                .start();
    }

    private Said run(Path place, int fatal, boolean inTheMiddle, int first) throws Exception {
        runs++;
        Process process = start(place, fatal, inTheMiddle, first);
        int durable = 0;
        int operations = 0;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] words = line.split(" ");
                durable = words[0].equals("durable") ? Integer.parseInt(words[1]) : durable;
                operations = words[0].equals("operations") ? Integer.parseInt(words[1]) : operations;
            }
        }
        int status = process.waitFor();
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(status).as("how the process ended: %s", error).isIn(0, 128 + 9);
        return new Said(durable, operations);
    }
}
