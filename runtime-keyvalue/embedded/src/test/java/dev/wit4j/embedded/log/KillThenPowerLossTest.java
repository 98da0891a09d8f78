package dev.wit4j.embedded.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.embedded.file.FaultyDirectory;
import dev.wit4j.embedded.file.SimulatedDirectory;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Kills a writer before each operation of its log, lets another go on with what it finds in memory, and loses the power before
 * each operation of that one, and behind the last. What the first had written and not synced is then gone from under what the
 * second built on it. {@code -Dwit4j.crash=all} is a longer log, and more of each loss.
 */
class KillThenPowerLossTest {
    private static final boolean ALL = "all".equals(System.getProperty("wit4j.crash"));
    private static final int TEXTS = ALL ? 60 : 34;
    private static final int LOSSES = ALL ? 12 : 1;
    private static final int LOSSES_AT_THE_END = 6 * LOSSES;

    /** A folder after a fault, and how many texts were acknowledged before. */
    private record Left(String fault, SimulatedDirectory directory, int acknowledged) {}

    private final List<String> violations = new ArrayList<>();
    private int losses;

    @Test
    void whatASecondProcessAcknowledgedBehindAKilledOneIsThereAfterALossOfPower() throws IOException {
        List<Left> killed = kills();
        for (Left left : killed) {
            goOn(left);
        }
        System.out.println("kills: " + killed.size() + ", power losses behind them: " + losses + ", violations: "
                + violations.size());
        assertThat(violations).isEmpty();
    }

    private static String text(int number) {
        return "text " + number + " " + "x".repeat(300);
    }

    /** What a kill before each operation of a writer leaves. */
    private static List<Left> kills() throws IOException {
        var directory = new SimulatedDirectory();
        var acknowledged = new AtomicInteger();
        List<Left> killed = Collections.synchronizedList(new ArrayList<>());
        var faulty = new FaultyDirectory(directory, operation -> {
            int sure = acknowledged.get();
            killed.add(new Left("killed before " + operation + " " + killed.size(), directory.kill(), sure));
        });
        try (TextLog log = TextLog.open(faulty)) {
            for (int i = 0; i < TEXTS; i++) {
                log.write(text(i));
                acknowledged.incrementAndGet();
            }
            return List.copyOf(killed);
        }
    }

    private void goOn(Left killed) throws IOException {
        var directory = killed.directory();
        var acknowledged = new AtomicInteger(killed.acknowledged());
        List<Left> powerless = Collections.synchronizedList(new ArrayList<>());
        var faulty = new FaultyDirectory(directory, operation -> {
            for (int i = 0; i < LOSSES; i++) {
                powerless.add(lose(killed.fault() + ", before " + operation, directory, acknowledged.get(), i));
            }
        });
        List<String> history;
        try (TextLog log = TextLog.open(faulty)) {
            history = new ArrayList<>(log.found());
            history.add("new");
            log.write("new");
            acknowledged.set(history.size());
            for (int i = 0; i < LOSSES_AT_THE_END; i++) {
                powerless.add(lose(killed.fault() + ", then written", directory, acknowledged.get(), i));
            }
        }
        for (Left left : List.copyOf(powerless)) {
            losses++;
            check(left, history);
        }
    }

    private static Left lose(String fault, SimulatedDirectory directory, int acknowledged, int seed) {
        return new Left(fault, directory.losePower(new Random(seed)), acknowledged);
    }

    private void check(Left left, List<String> history) throws IOException {
        try (TextLog log = TextLog.open(left.directory())) {
            List<String> found = log.found();
            if (found.size() < left.acknowledged()
                    || found.size() > history.size()
                    || !found.equals(history.subList(0, found.size()))) {
                violations.add(left.fault() + ": " + left.acknowledged() + " were acknowledged, found " + found.size());
            }
        } catch (StorageException e) {
            violations.add(left.fault() + ": " + e.getMessage());
        }
    }
}
