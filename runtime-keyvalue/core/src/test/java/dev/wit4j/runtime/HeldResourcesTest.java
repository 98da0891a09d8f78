package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.memory.MemoryStorage;
import dev.wit4j.runtime.ShopWorld.Cart;
import dev.wit4j.runtime.ShopWorld.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A guest that keeps resources of its host open is saved with them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HeldResourcesTest {
    private static final WorkerId ID = new WorkerId("shop", "w");

    private final MemoryStorage storage = new MemoryStorage();

    @Test
    void aWorkerThatKeepsAResourceOpenStartsFromItsSnapshotWithIt() {
        tally("a", 10);
        onHost(worker -> {
            worker.exports().find("a");
            worker.exports().addToFound(1);
            worker.snapshot().join();
        });
        forgetEverythingBeforeTheLastSnapshot();

        onHost(worker -> assertThat(worker.exports().addToFound(1)).isEqualTo(12));
    }

    @Test
    void replayBehindASnapshotFindsTheHandlesUnderTheirNumbers() {
        tally("a", 10);
        tally("b", 20);
        onHost(worker -> {
            Cart cart = worker.exports().create("c");
            worker.exports().find("b");
            cart.close();
            worker.snapshot().join();
            worker.exports().addToFound(1);
            worker.exports().find("a");
            worker.exports().addToFound(1);
            worker.exports().create("b").close();
            worker.exports().addToFound(1);
        });

        onHost(worker -> assertThat(worker.exports().addToFound(1)).isEqualTo(13));
    }

    @Test
    void aResourceThatItsHostCannotSaveHindersTheSnapshotAndIsNamed() {
        tally("a", 10);
        onHost(storage, TallyInterface.host(false), new SnapshotPolicy.Every(1), ShopGuest::new, worker -> {
            worker.exports().find("a");

            assertThatThrownBy(() -> worker.snapshot().join())
                    .hasCauseInstanceOf(SnapshotException.class)
                    .hasMessageContaining("holds a test:tally/tallies.tally, whose host cannot save");
            assertThat(worker.exports().total()).isZero();
        });
        assertThat(snapshots()).isZero();
    }

    @Test
    void aGuestWhoseCallersHoldResourcesIsSavedWhenTheyGaveThemBack() {
        onHost(worker -> {
            Cart first = worker.exports().create("a");
            Cart second = worker.exports().create("b");
            first.close();
            assertThatThrownBy(() -> worker.snapshot().join()).hasMessageContaining("its callers hold resources of it");
            second.close();
            worker.snapshot().join();
            worker.exports().create("c");
        });

        onHost(worker -> {
            Cart cart = worker.exports().create("d");
            assertThat(worker.exports().check(cart)).isEqualTo("d");
        });
    }

    @Test
    void aGuestThatNamesAResourceItHasGivenBackIsNotSaved() {
        tally("a", 10);
        Function<TallyInterface.Tallies, Shop> forgetful = tallies -> new ForgetfulGuest(tallies);
        onHost(storage, TallyInterface.host(true), new SnapshotPolicy.Never(), forgetful, worker -> {
            worker.exports().find("a");

            assertThatThrownBy(() -> worker.snapshot().join())
                    .hasCauseInstanceOf(SnapshotException.class)
                    .hasMessageContaining("no open resource of its host");
        });
    }

    @Test
    void aGuestThatNoLongerTakesItsResourcesBackStartsFromTheBeginning() {
        tally("a", 10);
        onHost(worker -> {
            worker.exports().find("a");
            worker.snapshot().join();
        });

        Function<TallyInterface.Tallies, Shop> changed = tallies -> new ForgetfulGuest(tallies) {
            @Override
            public void hold(List<Resource> resources) {
                throw new IllegalStateException("what are these?");
            }
        };
        onHost(
                storage,
                TallyInterface.host(true),
                new SnapshotPolicy.Never(),
                changed,
                worker -> assertThat(worker.exports().addToFound(2)).isEqualTo(12));
    }

    @Test
    void aCrashAtEveryCallOfTheStoreLosesNeitherHandlesNorEffects() {
        List<Long> expected = workload(seeded());
        int points = 0;
        for (boolean afterTheEffect : new boolean[] {false, true}) {
            for (int at = 1; ; at++) {
                MemoryStorage seeded = seeded();
                CrashingStorage crashing = new CrashingStorage(seeded, at, afterTheEffect);
                List<Long> told = workload(crashing);
                if (!crashing.crashed()) {
                    break;
                }
                points++;
                assertThat(told).as("told before crash %s", at).isEqualTo(expected.subList(0, told.size()));
                assertThat(workload(seeded))
                        .as("crash at call %s, %s its effect", at, afterTheEffect ? "after" : "before")
                        .isEqualTo(expected);
            }
        }
        assertThat(points).isGreaterThan(50);
    }

    /** Calls, each under its key, until the store is gone; a snapshot is taken after each. Returns the answers. */
    private static List<Long> workload(Storage storage) {
        List<Long> answers = new ArrayList<>();
        List<Function<Shop, Long>> calls = List.of(
                shop -> shop.find("a") ? 1L : 0L,
                shop -> shop.addToFound(1),
                shop -> shop.find("b") ? 1L : 0L,
                shop -> shop.addToFound(2),
                Shop::sumOfFound,
                shop -> shop.find("a") ? 1L : 0L,
                shop -> shop.addToFound(3),
                Shop::total);
        onHost(storage, TallyInterface.host(true), new SnapshotPolicy.Every(1), ShopGuest::new, worker -> {
            for (int i = 0; i < calls.size(); i++) {
                try {
                    answers.add(calls.get(i).apply(worker.withKey("call-" + i).exports()));
                } catch (WorkerStoppedException | StorageException e) {
                    return;
                }
            }
        });
        return answers;
    }

    private static MemoryStorage seeded() {
        MemoryStorage seeded = new MemoryStorage();
        tally(seeded, "a", 10);
        tally(seeded, "b", 20);
        return seeded;
    }

    private void tally(String name, long value) {
        tally(storage, name, value);
    }

    private static void tally(Storage storage, String name, long value) {
        storage.buckets()
                .apply(new Effect.Put("tallies", name, Bytes.utf8(Long.toString(value)), OptionalLong.empty()));
    }

    private int snapshots() {
        try (Journal journal = storage.claim(ID)) {
            return journal.snapshots().size();
        }
    }

    /** As the next two snapshots would do. */
    private void forgetEverythingBeforeTheLastSnapshot() {
        try (Journal journal = storage.claim(ID)) {
            Journal.Snapshot last = journal.snapshots().get(0);
            journal.commit(Bytes.EMPTY, new Effect.Snapshot(last.state(), last.sequence() + 1));
            List<Long> left = new ArrayList<>();
            journal.replay(0, record -> left.add(record.sequence()));
            assertThat(left).hasSize(1);
        }
    }

    private void onHost(Consumer<Worker<Shop>> calls) {
        onHost(storage, TallyInterface.host(true), new SnapshotPolicy.Never(), ShopGuest::new, calls);
    }

    private static void onHost(
            Storage storage,
            HostProvider provider,
            SnapshotPolicy policy,
            Function<TallyInterface.Tallies, ? extends Shop> guest,
            Consumer<Worker<Shop>> calls) {
        JavaComponent<TallyInterface.Tallies, Shop, Shop> component = JavaComponent.of("shop", ShopWorld.TYPE, guest);
        try (WorkerHost host = WorkerHost.on(storage)
                .component(component)
                .provider(provider)
                .retry(WorkerTestCase.THREE_ATTEMPTS)
                .snapshots(policy)
                .build()) {
            calls.accept(host.worker(component, "w"));
        }
    }
}
