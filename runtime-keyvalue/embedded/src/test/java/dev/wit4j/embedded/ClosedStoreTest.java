package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ClosedStoreTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsAskedOfAClosedStoreIsRefusedInsteadOfWaiting() {
        EmbeddedStorage storage = EmbeddedStorage.open(folder, CrashChild.options());
        Journal journal = storage.claim(new WorkerId("component", "one"));
        storage.close();

        List<ThrowingCallable> calls = List.of(
                () -> storage.buckets().get("b", "k"),
                () -> storage.buckets().keys("b", OptionalLong.empty(), 10),
                () -> storage.workers().list(),
                () -> storage.claim(new WorkerId("component", "two")),
                () -> storage.mailbox(new WorkerId("component", "two")).pending(),
                () -> journal.buckets().get("b", "k"),
                journal::snapshots,
                () -> journal.commit(Bytes.EMPTY, Effect.NONE));
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call).isInstanceOf(StorageException.class).hasMessageContaining("the store is closed");
        }
    }
}
