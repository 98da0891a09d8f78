package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.file.FaultyDirectory;
import dev.wit4j.embedded.file.FaultyDirectory.Operation;
import dev.wit4j.embedded.file.SimulatedDirectory;
import dev.wit4j.embedded.table.Tables;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fails an operation of the log: writes in their middle, syncs, and changes of the folder. The store says so, nothing that was
 * durable is lost, and it opens again. The default is a sample of the operations; {@code -Dwit4j.crash=all} is each of them.
 */
class ErrorInjectionTest {
    private static final int STEP = "all".equals(System.getProperty("wit4j.crash")) ? 1 : 7;
    private static final int STEPS = 60;

    private final Script script = new Script(11, STEPS);
    private final List<String> model = script.model();

    @TempDir
    private Path folder = Path.of("");

    /** The disk is full, or broken, from one operation on, until {@link #repair}. */
    private static final class Broken implements FaultyDirectory.Fault {
        private final AtomicInteger operations = new AtomicInteger();
        private final int first;
        private final boolean onlyOnce;
        private volatile boolean repaired;

        Broken(int first, boolean onlyOnce) {
            this.first = first;
            this.onlyOnce = onlyOnce;
        }

        void repair() {
            repaired = true;
        }

        @Override
        public void before(Operation operation) throws IOException {
            int number = operations.incrementAndGet();
            if (!repaired && (number == first || number > first && !onlyOnce)) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Test
    void anErrorIsReportedLosesNothingAndTheStoreOpensAgain() throws IOException {
        int operations = operationsWithoutError();
        int reported = 0;
        for (int first = 1; first <= operations; first += STEP) {
            for (boolean onlyOnce : new boolean[] {true, false}) {
                reported += breakAt(first, onlyOnce) ? 1 : 0;
            }
        }
        System.out.println("errors injected: " + 2 * ((operations + STEP - 1) / STEP) + ", reported: " + reported
                + ", violations: 0");
        assertThat(reported).isPositive();
    }

    private int operationsWithoutError() throws IOException {
        var counter = new Broken(Integer.MAX_VALUE, false);
        try (var storage = open("whole", new SimulatedDirectory(), counter)) {
            take(storage, 0);
        }
        return counter.operations.get();
    }

    private EmbeddedStorage open(String name, SimulatedDirectory log, Broken broken) {
        return EmbeddedStorage.open(folder.resolve(name), CrashChild.options(), new FaultyDirectory(log, broken));
    }

    private int take(EmbeddedStorage storage, int first) {
        var session = new Script.Session(storage);
        int durable = first;
        try {
            for (int i = first; i < STEPS; i++) {
                script.take(i, session);
                session.sync();
                durable = i + 1;
            }
        } catch (StorageException e) {
            assertThat(e).hasMessageContaining("No space left on device").hasMessageContaining("opened again");
            assertThatThrownBy(() -> storage.buckets().get("bucket", "n")).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> storage.claim(new WorkerId("a", "b"))).isInstanceOf(StorageException.class);
        }
        return durable;
    }

    /** Whether anybody was told of the error. */
    private boolean breakAt(int first, boolean onlyOnce) throws IOException {
        String name = "error-" + first + onlyOnce;
        var log = new SimulatedDirectory();
        var broken = new Broken(first, onlyOnce);
        int durable = 0;
        boolean reported = false;
        try (var storage = open(name, log, broken)) {
            durable = take(storage, 0);
            reported = durable < STEPS;
        } catch (StorageException e) {
            assertThat(e).hasMessageContaining("No space left on device");
            reported = true;
        }
        broken.repair();
        try (var storage = open(name, log, broken)) {
            int found = model.lastIndexOf(Script.dump(storage));
            assertThat(found).as("operation %d", first).isGreaterThanOrEqualTo(durable);
            take(storage, found);
        }
        try (var storage = open(name, log, broken)) {
            assertThat(Script.dump(storage)).as("operation %d", first).isEqualTo(model.get(STEPS));
        }
        TestFolders.delete(folder.resolve(name));
        return reported;
    }

    @Test
    void tablesThatCannotBeWrittenStopTheStoreAndTheLogHasAll() throws Exception {
        Path place = folder.resolve("tables");
        var storage = EmbeddedStorage.open(place, CrashChild.options());
        Journal journal = storage.claim(new WorkerId("a", "b"));
        journal.commit(Bytes.utf8("first"), Effect.NONE);
        storage.workers().list();
        rename(place, "journal", "hidden");

        journal.commit(Bytes.utf8("second"), new Effect.Put("b", "k", Bytes.utf8("v"), OptionalLong.empty()));
        journal.sync();
        assertThatThrownBy(() -> storage.workers().list())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(Tables.FILE)
                .hasMessageContaining("journal");
        storage.close();
        rename(place, "hidden", "journal");

        try (var again = EmbeddedStorage.open(place, CrashChild.options())) {
            assertThat(again.buckets().get("b", "k")).contains(Bytes.utf8("v"));
        }
    }

    private static void rename(Path place, String from, String to) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + place.resolve(Tables.FILE));
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + from + " RENAME TO " + to);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsReportedWithItsName() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> EmbeddedStorage.open(file.resolve("store")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("cannot open the store in " + file.resolve("store"));
    }
}
