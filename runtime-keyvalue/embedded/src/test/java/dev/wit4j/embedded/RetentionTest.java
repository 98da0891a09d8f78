package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.table.Tables;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox.State;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of results in the folder of a store. */
class RetentionTest {
    private static final WorkerId WORKER = new WorkerId("component", "worker");

    @TempDir
    private Path folder = Path.of("");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void resultsThatHaveExpiredTakeNoRoom() throws Exception {
        try (Storage storage = open()) {
            complete(storage, 100, OptionalLong.of(1000));
            complete(storage, 3, OptionalLong.empty());
        }
        assertThat(rows()).isEqualTo(103);
        now = now.plusSeconds(1);
        open().close();

        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void aResultThatExpiredStaysSoWhenTheClockIsSetBack() {
        try (Storage storage = open()) {
            complete(storage, 1, OptionalLong.of(1000));
        }
        now = now.plusSeconds(1);
        open().close();
        now = now.minusSeconds(1);

        try (Storage storage = open()) {
            assertThat(storage.mailbox(WORKER).state("key-1")).isEqualTo(new State.Unknown());
        }
    }

    @Test
    void tablesOfTheFirstFormatAreUpgradedWhenTheyAreOpened() throws Exception {
        try (Storage storage = open()) {
            complete(storage, 3, OptionalLong.empty());
            storage.mailbox(WORKER).enqueue(new Invocation("waits", Bytes.utf8("call")));
        }
        change(
                "DROP INDEX invocations_expiring",
                "ALTER TABLE invocations DROP COLUMN expires",
                "PRAGMA user_version = 1");

        try (Storage storage = open()) {
            assertThat(storage.mailbox(WORKER).result("kept-2")).contains(Bytes.utf8("result"));
            assertThat(storage.mailbox(WORKER).pending()).hasSize(1);
            complete(storage, 1, OptionalLong.of(0));
        }
        open().close();
        assertThat(rows()).isEqualTo(4);
    }

    private Storage open() {
        return EmbeddedStorage.open(
                folder, EmbeddedOptions.defaults().withSegmentSize(1 << 20).withClock(() -> now));
    }

    private static void complete(Storage storage, int count, OptionalLong kept) {
        try (Journal journal = storage.claim(WORKER)) {
            for (int i = 1; i <= count; i++) {
                String key = kept.isPresent() ? "key-" + i : "kept-" + i;
                storage.mailbox(WORKER).enqueue(new Invocation(key, Bytes.utf8("call")));
                journal.commit(Bytes.EMPTY, new Effect.Complete(key, Bytes.utf8("result"), kept));
            }
            journal.sync();
        }
    }

    private int rows() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM invocations")) {
            return row.getInt(1);
        }
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Tables.FILE));
    }
}
