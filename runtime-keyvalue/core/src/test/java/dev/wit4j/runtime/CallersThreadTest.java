package dev.wit4j.runtime;

import static dev.wit4j.runtime.InterposedStorage.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An idle worker runs on the thread that waits for its answer, of which it must not be told by anything but the time it takes. */
class CallersThreadTest extends WorkerTestCase {
    private final List<Thread> threads = new ArrayList<>();

    private Worker<ScriptWorld.Guest> startIdle() {
        Worker<ScriptWorld.Guest> worker = start("w", imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                threads.add(Thread.currentThread());
                return super.line(words);
            }
        });
        worker.exports().run("say a");
        while (!(worker.state() instanceof WorkerState.Idle)) {
            Thread.onSpinWait();
        }
        threads.clear();
        return worker;
    }

    @Test
    void anIdleWorkerRunsOnTheThreadThatWaits() {
        Worker<ScriptWorld.Guest> worker = startIdle();

        worker.exports().run("say b");
        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(worker.state()).isInstanceOf(WorkerState.Idle.class);
    }

    @Test
    void whatWasSubmittedByOthersMeanwhileIsLeftToTheWorkersOwnThread() throws Exception {
        Worker<ScriptWorld.Guest> worker = startIdle();
        List<CompletableFuture<Object>> others = new ArrayList<>();
        scriptHost.before = once(() -> others.add(worker.submit("test:script/runner", ScriptWorld.RUN, "say other")));

        worker.exports().run("get x");
        assertThat(others.get(0).get()).isEqualTo("other");
        assertThat(threads).hasSize(2).startsWith(Thread.currentThread());
        assertThat(threads.get(1)).isNotEqualTo(Thread.currentThread());
    }

    @Test
    void aStackThatWasDeepAlreadyIsNoFailureOfTheGuest() {
        Worker<ScriptWorld.Guest> worker = startIdle();

        Thread caller = Thread.currentThread();
        scriptHost.before = () -> {
            if (Thread.currentThread() == caller) {
                throw new StackOverflowError();
            }
        };

        assertThat(worker.exports().run("increment n; get x")).isEqualTo("1 absent");
        assertThat(entries())
                .noneMatch(entry -> entry instanceof Entry.Skipped || entry instanceof Entry.AttemptFailed);
    }

    @Test
    void aCallerWhoIsInterruptedLeavesTheCallToTheWorkersOwnThread() {
        Worker<ScriptWorld.Guest> worker = startIdle();
        Thread caller = Thread.currentThread();
        CompletableFuture<Void> told = new CompletableFuture<>();
        scriptHost.before = () -> {
            if (Thread.currentThread() == caller) {
                caller.interrupt();
                throw new IllegalStateException("interrupted");
            }
            told.join();
        };

        assertThatThrownBy(() -> worker.withKey("k").exports().run("increment n; get x"))
                .isInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("interrupted while waiting for the answer; the call goes on");
        assertThat(Thread.interrupted()).isTrue();
        told.complete(null);
        assertThat(worker.withKey("k").exports().run("increment n; get x")).isEqualTo("1 absent");
        assertThat(entries()).noneMatch(Entry.AttemptFailed.class::isInstance);
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try (Journal journal = storage.claim(new WorkerId("script", "w"))) {
            journal.replay(0, record -> entries.addAll(EntryFormat.decode(record.entries())));
        }
        return entries;
    }
}
