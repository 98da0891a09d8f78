package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.table.Tables;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreInspectionTest {
    private static final WorkerId WORKER = new WorkerId("component", "one");
    private static final WorkerId DELETED = new WorkerId("component", "two");

    @TempDir
    private Path folder = Path.of("");

    private static List<Bytes> entries(StoreInspection inspection) {
        List<Bytes> entries = new ArrayList<>();
        inspection.journal(WORKER, record -> entries.add(record.entries()));
        return entries;
    }

    @Test
    void aJournalIsShownFromTheTablesAndFromWhatTheyDoNotHoldYet() throws IOException {
        Path store = folder.resolve("store");
        Path killed = folder.resolve("killed");
        try (var storage = EmbeddedStorage.open(store, CrashChild.options())) {
            Journal journal = storage.claim(WORKER);
            journal.commit(Bytes.utf8("first"), Effect.NONE);
            storage.claim(DELETED).commit(Bytes.utf8("gone"), Effect.NONE);
            storage.workers().list();
            TestFolders.whileTablesRest(store, () -> {
                storage.workers().delete(DELETED);
                journal.commit(Bytes.utf8("second"), Effect.NONE);
                journal.sync();
                return TestFolders.copy(store, killed);
            });
        }

        try (var inspection = StoreInspection.open(killed)) {
            inspection.verify();
            assertThat(inspection.wasClosed()).isFalse();
            assertThat(inspection.appliedRecord()).isLessThan(inspection.lastRecord());
            assertThat(inspection.workers()).containsExactly(WORKER);
            assertThat(entries(inspection)).containsExactly(Bytes.utf8("first"), Bytes.utf8("second"));
        }
        try (var inspection = StoreInspection.open(store)) {
            inspection.verify();
            assertThat(inspection.wasClosed()).isTrue();
            assertThat(inspection.appliedRecord()).isEqualTo(inspection.lastRecord());
            assertThat(inspection.segments()).isNotEmpty();
            assertThat(entries(inspection)).containsExactly(Bytes.utf8("first"), Bytes.utf8("second"));
            assertThatThrownBy(() -> inspection.journal(DELETED, record -> {}))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("no worker component/two");
        }
    }

    @Test
    void whatIsDamagedIsSaidWithItsPlace() throws IOException {
        try (var storage = EmbeddedStorage.open(folder, CrashChild.options())) {
            storage.claim(WORKER).commit(Bytes.utf8("e".repeat(5000)), Effect.NONE);
        }
        Path tables = folder.resolve(Tables.FILE);
        byte[] content = Files.readAllBytes(tables);
        int inTheEntries = new String(content, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("eeee");
        content[inTheEntries] ^= 1;
        Files.write(tables, content);

        try (var inspection = StoreInspection.open(folder)) {
            assertThatThrownBy(inspection::verify)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("record 1 of worker component/one");
        }
    }

    @Test
    void aFolderWithoutAStoreAndOneInUseAreSaidToBeSo() {
        assertThatThrownBy(() -> StoreInspection.open(folder)).hasMessageContaining("no store in " + folder);
        assertThat(folder).isEmptyDirectory();
        try (var storage = EmbeddedStorage.open(folder, CrashChild.options())) {
            storage.claim(WORKER);
            assertThatThrownBy(() -> StoreInspection.open(folder)).hasMessageContaining("in use by this process");
        }
    }
}
