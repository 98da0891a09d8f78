package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketChange;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.memory.MemoryStorage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The host crashes at every call of its store in turn, while one worker writes and another hears of it, and another host goes
 * on. The watcher hears of each change once, in the order of the writes.
 */
@Timeout(120)
class WatchCrashTest {
    private static final int WRITES = 3;
    private static final WorkerId WATCHER = new WorkerId("script", "watcher");

    private final JavaComponent<ScriptWorld.Imports, ScriptWorld.Guest, ScriptWorld.Guest> component =
            WorkerTestCase.component(ScriptGuest::new);

    /** Script workers that say what changed; the bucket is that of the scripts. */
    private static final class Host implements HostProvider {
        private final HostProvider scripts = new ScriptHost();

        @Override
        public HostFunctions open(HostContext context) {
            return scripts.open(context);
        }

        @Override
        public Optional<ChangeHandler> watcher(ComponentDefinition component, String bucket) {
            return bucket.equals("b") ? Optional.of(Host::call) : Optional.empty();
        }

        private static ChangeHandler.Call call(BucketChange change) {
            String value = change.value().map(Bytes::toUtf8String).orElse("removed");
            return new ChangeHandler.Call(
                    "test:script/runner", ScriptWorld.RUN, List.of("say " + change.key() + "=" + value));
        }
    }

    private WorkerHost host(Storage storage) {
        return WorkerHost.on(storage)
                .component(component)
                .provider(new Host())
                .retry(WorkerTestCase.THREE_ATTEMPTS)
                .watch("b", WATCHER)
                .build();
    }

    @Test
    void aCrashAtEveryCallOfTheStoreLosesNoChangeAndTellsNoneTwice() {
        int points = 0;
        for (boolean afterTheEffect : new boolean[] {false, true}) {
            boolean crashed = true;
            for (int at = 1; crashed; at++) {
                MemoryStorage storage = new MemoryStorage();
                CrashingStorage crashing = new CrashingStorage(storage, at, afterTheEffect);
                write(crashing);
                crashed = crashing.crashed();
                points += crashed ? 1 : 0;
                write(storage);
                assertThat(heard(storage))
                        .as("crash at call %s, %s its effect", at, afterTheEffect ? "after" : "before")
                        .isEqualTo("n=1|n=2|n=3");
            }
        }
        assertThat(points).isGreaterThan(30);
    }

    /** Counts, and has the watcher catch up after each; until the store is gone. */
    private void write(Storage storage) {
        try (WorkerHost host = host(storage)) {
            host.recover();
            for (int i = 0; i < WRITES; i++) {
                host.worker(component, "writer").withKey("write-" + i).exports().run("increment n");
                host.worker(component, WATCHER.name()).exports().size();
            }
        } catch (WorkerStoppedException | StorageException e) {
            return;
        }
    }

    private String heard(Storage storage) {
        try (WorkerHost host = host(storage)) {
            host.recover();
            return host.worker(component, WATCHER.name()).exports().run("memory");
        }
    }

    @Test
    void aWatcherThatFailsGoesOnWithTheNextChange() {
        MemoryStorage storage = new MemoryStorage();
        Host provider = new Host();
        HostProvider failing = new HostProvider() {
            @Override
            public HostFunctions open(HostContext context) {
                return provider.open(context);
            }

            @Override
            public Optional<ChangeHandler> watcher(ComponentDefinition definition, String bucket) {
                ChangeHandler says = provider.watcher(definition, bucket).orElseThrow();
                ChangeHandler throwsAtTwo = change -> {
                    ChangeHandler.Call call = says.of(change);
                    return change.value().equals(Optional.of(Bytes.utf8("2")))
                            ? new ChangeHandler.Call(call.item(), call.function(), List.of("throw at two"))
                            : call;
                };
                return Optional.of(throwsAtTwo);
            }
        };
        try (WorkerHost host = WorkerHost.on(storage)
                .component(component)
                .provider(failing)
                .retry(WorkerTestCase.THREE_ATTEMPTS)
                .watch("b", WATCHER)
                .build()) {
            for (int i = 0; i < WRITES; i++) {
                host.worker(component, "writer").exports().run("increment n");
            }
            assertThat(host.worker(component, WATCHER.name()).exports().run("memory"))
                    .isEqualTo("n=1|n=3");
        }
    }

    @Test
    void aBucketHasOneWatcherAndThatHasToHearOfChanges() {
        WorkerHost.Builder builder = WorkerHost.on(new MemoryStorage()).component(component);
        assertThatThrownBy(() -> builder.watch("b", WATCHER).watch("b", new WorkerId("script", "other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two workers watch the bucket 'b'");
        assertThatThrownBy(() -> WorkerHost.on(new MemoryStorage())
                        .component(component)
                        .provider(new Host())
                        .watch("deaf", WATCHER)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "component script exports nothing by which it could hear of the changes of the bucket 'deaf'");
    }
}
