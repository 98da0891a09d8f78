package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.table.Tables;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes bytes of files at random. Opening says what is damaged, or what is read is all that was written; it is never anything
 * else. {@code -Dwit4j.damage=N} makes N runs.
 */
class DamageTest {
    private static final int RUNS = Integer.getInteger("wit4j.damage", 150);
    private static final int STEPS = 80;

    @TempDir
    private Path folder = Path.of("");

    private final Script script = new Script(5, STEPS);
    private String whole = "";

    /** A folder as a process leaves it that closed its store. */
    private Path closed = Path.of("");

    /** A folder as a process leaves it that was killed: the tables are behind in their own journal. */
    private Path killed = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        closed = folder.resolve("closed");
        killed = folder.resolve("killed");
        try (var storage = EmbeddedStorage.open(closed, CrashChild.options())) {
            var session = new Script.Session(storage);
            for (int i = 0; i < STEPS; i++) {
                script.take(i, session);
            }
            session.sync();
            storage.workers().list();
            TestFolders.whileTablesRest(closed, () -> TestFolders.copy(closed, killed));
        }
        whole = script.model().get(STEPS);
    }

    @Test
    void whatIsDamagedIsReportedWithItsPlaceAndNeverReadAsSomethingElse() throws IOException {
        int refused = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            var random = new Random(seed);
            Path place = TestFolders.copy(seed % 3 == 0 ? killed : closed, folder.resolve("damaged-" + seed));
            String what = damage(place, random);
            refused += isRefused(place, "seed " + seed + ", " + what) ? 1 : 0;
            TestFolders.delete(place);
        }
        System.out.println("damaged folders: " + RUNS + ", refused: " + refused + ", read as they were: "
                + (RUNS - refused) + ", wrong: 0");
        assertThat(refused).isGreaterThan(RUNS / 4);
    }

    /** Changes something that is in use: not what lies behind the end of a file's content. */
    private static String damage(Path place, Random random) throws IOException {
        List<Path> files;
        try (var all = Files.walk(place)) {
            files = all.filter(file -> file.toString().endsWith(".log")
                            || file.getFileName().toString().startsWith(Tables.FILE)
                                    && !file.toString().endsWith("-shm"))
                    .sorted()
                    .toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] content = Files.readAllBytes(file);
        int used = content.length;
        while (used > 1 && content[used - 1] == 0) {
            used--;
        }
        int at = random.nextInt(Math.max(1, used));
        int length = random.nextInt(4) == 0 ? 1 + random.nextInt(600) : 1;
        for (int i = at; i < Math.min(content.length, at + length); i++) {
            content[i] ^= (byte) (length == 1 ? 1 << random.nextInt(8) : random.nextInt(256));
        }
        if (random.nextInt(10) == 0) {
            content = java.util.Arrays.copyOf(content, at);
        }
        Files.write(file, content);
        return place.relativize(file) + " at " + at + ", " + length + " bytes";
    }

    private boolean isRefused(Path place, String what) {
        try (var storage = EmbeddedStorage.open(place, CrashChild.options())) {
            assertThat(Script.dump(storage)).as(what).isEqualTo(whole);
            return false;
        } catch (StorageException e) {
            assertThat(e.getMessage())
                    .as(what)
                    .contains(place.toString())
                    .containsAnyOf("damaged", "format", "not the file", "another log", "cannot be used");
            return true;
        }
    }

    @Test
    void aRowThatWasChangedIsReportedWhenItIsReadWhereTheTablesAreNotCheckedWhole() throws Exception {
        execute(closed, "UPDATE entries SET value = x'00' WHERE key = CAST('n' AS BLOB)");
        EmbeddedOptions unchecked = CrashChild.options().withCheckedWhenOpened(0);

        try (var storage = EmbeddedStorage.open(closed, unchecked)) {
            assertThatThrownBy(() -> storage.buckets().get("bucket", "n"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("key 'n' of bucket 'bucket'");
        }
        assertThatThrownBy(() -> EmbeddedStorage.open(closed, CrashChild.options()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("key 'n' of bucket 'bucket'");
    }

    @Test
    void aRowThatIsMissingFromAJournalIsReported() throws Exception {
        execute(closed, "DELETE FROM journal WHERE sequence = (SELECT max(first) FROM workers)");

        assertThatThrownBy(() -> EmbeddedStorage.open(closed, CrashChild.options()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void tablesThatAreMissingAreReported() throws IOException {
        Files.delete(closed.resolve(Tables.FILE));

        assertThatThrownBy(() -> EmbeddedStorage.open(closed, CrashChild.options()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the tables hold no more than record 0");
    }

    @Test
    void tablesOfAnotherFormatAreRefusedByItsNumber() throws Exception {
        set(closed, "PRAGMA user_version = 9");

        assertThatThrownBy(() -> EmbeddedStorage.open(closed, CrashChild.options()))
                .isInstanceOf(StorageException.class)
                .hasMessage("cannot open " + closed.resolve(Tables.FILE)
                        + ": it has format 9; this version reads format 2, and format 1, which it upgrades");
    }

    @Test
    void aFileThatIsNotOfAStoreIsRefused() throws Exception {
        set(closed, "PRAGMA application_id = 0");

        assertThatThrownBy(() -> EmbeddedStorage.open(closed, CrashChild.options()))
                .isInstanceOf(StorageException.class)
                .hasMessage(closed.resolve(Tables.FILE) + " is not the file of an embedded store");
    }

    /** SQLite makes its file before there are tables in it, and the power may be lost in between. */
    @Test
    void tablesThatWereNotMadeYetAreMadeFromTheLog() throws Exception {
        Path place = folder.resolve("new");
        try (var storage = EmbeddedStorage.open(place)) {
            storage.buckets().apply(new Effect.Put("b", "k", Bytes.utf8("v"), OptionalLong.empty()));
        }
        makeUnmade(place);

        try (var storage = EmbeddedStorage.open(place)) {
            assertThat(storage.buckets().get("b", "k")).contains(Bytes.utf8("v"));
        }
    }

    @Test
    void tablesThatWereNotMadeAreMissedWhereTheLogNoLongerHoldsAll() throws Exception {
        makeUnmade(closed);

        assertThatThrownBy(() -> EmbeddedStorage.open(closed, CrashChild.options()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the tables hold no more than record 0")
                .hasMessageContaining("The tables were lost");
    }

    private static void makeUnmade(Path place) throws Exception {
        Files.delete(place.resolve(Tables.FILE));
        set(place, "PRAGMA journal_mode = WAL");
        assertThat(place.resolve(Tables.FILE)).isNotEmptyFile();
    }

    private static void set(Path place, String pragma) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + place.resolve(Tables.FILE));
                var executed = connection.createStatement()) {
            executed.execute(pragma);
        }
    }

    @Test
    void theLogOfAnotherStoreIsRefused() throws IOException {
        Path other = folder.resolve("other");
        try (var storage = EmbeddedStorage.open(other, CrashChild.options())) {
            var session = new Script.Session(storage);
            for (int i = 0; i < STEPS; i++) {
                script.take(i, session);
            }
        }
        TestFolders.delete(other.resolve("log"));
        TestFolders.copy(closed.resolve("log"), other.resolve("log"));

        assertThatThrownBy(() -> EmbeddedStorage.open(other, CrashChild.options()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("belong to another log");
    }

    private static void execute(Path place, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + place.resolve(Tables.FILE));
                var executed = connection.createStatement()) {
            assertThat(executed.executeUpdate(statement)).isPositive();
        }
    }
}
