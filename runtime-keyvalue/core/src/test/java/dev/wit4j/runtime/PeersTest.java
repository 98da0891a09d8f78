package dev.wit4j.runtime;

import static dev.wit4j.runtime.InterposedStorage.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.ForwardingJournal;
import dev.wit4j.journal.ForwardingStorage;
import dev.wit4j.journal.HistoryLostException;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Workers that wait for each other do not wait for ever. */
class PeersTest extends WorkerTestCase {
    @Test
    void aCallWhosePeerStoppedIsMadeWhenThePeerIsResumed() throws Exception {
        Worker<ScriptWorld.Guest> worker = start("w");
        Worker<ScriptWorld.Guest> peer = host().worker(started, "peer");
        peer.exports().run("say a");
        storage.claim(peer.id());

        assertThatThrownBy(() -> submit(worker, "peer increment n; increment m").get())
                .hasCauseInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("claimed by another host");
        submit(worker, "increment m").exceptionally(told -> null).join();
        assertThat(value("m")).isEqualTo("absent");
        peer.resume().get();

        await(() -> value("m").equals("2"));
        assertThat(value("n")).isEqualTo("1");
        assertThat(start("w").exports().run("memory")).isEqualTo("1|1|2");
    }

    @Test
    void aCallWhosePeerWentBackInItsHistoryIsMadeAfterAWhile() throws Exception {
        InterposedStorage lost = new InterposedStorage(storage);
        Runnable loss = once(() -> {
            throw new HistoryLostException(ScriptHost.PEER, "for the test");
        });
        lost.afterCommit = effect -> {
            if (effect instanceof Effect.Increment) {
                loss.run();
            }
        };
        try (WorkerHost host = WorkerHost.on(lost)
                .component(started)
                .provider(scriptHost)
                .retry(THREE_ATTEMPTS)
                .build()) {
            submit(host.worker(started, "w"), "peer increment n; set m done");

            await(() -> value("m").equals("done"));
        }
        assertThat(value("n")).isEqualTo("1");
    }

    @Test
    void aCallThatTheStoreGaveUpIsMadeWhenTheWorkerIsResumed() throws Exception {
        boolean[] full = {true};
        Storage givesUpCalls = new ForwardingStorage(new InterposedStorage(storage)) {
            @Override
            public Journal claim(WorkerId worker) {
                return new ForwardingJournal(super.claim(worker)) {
                    @Override
                    public Outcome commit(Bytes entries, Effect effect) {
                        if (!full[0] || !(effect instanceof Effect.Enqueue)) {
                            return super.commit(entries, effect);
                        }
                        full[0] = false;
                        super.commit(entries, Effect.NONE);
                        return new Outcome.Failed("there is no room");
                    }
                };
            }
        };
        try (WorkerHost host = WorkerHost.on(givesUpCalls)
                .component(started)
                .provider(scriptHost)
                .retry(RetryPolicy.NONE)
                .build()) {
            Worker<ScriptWorld.Guest> worker = host.worker(started, "w").withKey("k");

            assertThatThrownBy(() -> worker.exports().run("increment m; peer increment n"))
                    .isInstanceOf(WorkerStoppedException.class)
                    .hasMessageContaining("the store does not take the call: there is no room")
                    .hasMessageNotContaining("lost history");
            worker.resume().get();

            assertThat(worker.exports().run("increment m; peer increment n")).isEqualTo("1 1");
        }
        assertThat(value("m") + value("n")).isEqualTo("11");
        assertReplays("w");
    }

    @Test
    void twoWorkersThatCallEachOtherAtOnceAreNotStuck() throws Exception {
        CyclicBarrier bothRun = new CyclicBarrier(2);
        scriptHost.before = () -> meet(bothRun);
        inACircle("a", "b");

        CompletableFuture<Object> a = submit(worker("a"), "get x; try peer say hello");
        CompletableFuture<Object> b = submit(worker("b"), "get x; try peer say hello");
        assertThat(Stream.of(a.get(), b.get()).filter(answer -> answer.equals("absent hello")))
                .hasSize(1);
        String refused = (a.get().equals("absent hello") ? b : a).get().toString();
        assertThat(refused).contains("they would wait for ever");
        long made = refused.contains("made all the same") ? 2 : 1;
        await(() -> Stream.of("a", "b")
                        .mapToLong(name -> worker(name).exports().size())
                        .sum()
                == 4 + made);
        assertReplays("a", "b");
    }

    /** Each has put its call into the mailbox of the other before either waits. */
    @Test
    void nobodyIsStuckWhenAllCallsAreOnTheirWayAlready() throws Exception {
        CyclicBarrier allRun = new CyclicBarrier(3);
        scriptHost.before = () -> meet(allRun);
        CyclicBarrier allCalled = new CyclicBarrier(3);
        InterposedStorage interposed = new InterposedStorage(storage);
        interposed.afterCommit = effect -> {
            if (effect instanceof Effect.Enqueue) {
                meet(allCalled);
            }
        };
        inACircle("a", "b", "c");
        try (WorkerHost host = WorkerHost.on(interposed)
                .component(started)
                .provider(scriptHost)
                .build()) {
            List<CompletableFuture<Object>> answers = Stream.of("a", "b", "c")
                    .map(name -> submit(host.worker(started, name), "get x; try peer say hello"))
                    .toList();
            answers.forEach(CompletableFuture::join);

            assertThat(answers.stream().filter(answer -> answer.join().equals("absent hello")))
                    .hasSize(2);
            assertThat(answers.stream()
                            .filter(answer -> answer.join().toString().contains("made all the same, later")))
                    .hasSize(1);
            await(() -> Stream.of("a", "b", "c")
                    .allMatch(name -> host.worker(started, name).exports().size() == 3));
        }
        assertReplays("a", "b", "c");
    }

    @Test
    void aHostFunctionThatWaitsForItsOwnWorkerIsRefused() {
        Worker<ScriptWorld.Guest> worker = start("w");
        scriptHost.before = () -> worker.exports().run("say hello");

        assertThatThrownBy(() -> worker.exports().run("get x"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("worker script/w was called by the host of its own call")
                .hasMessageContaining("it would wait for itself for ever");
        assertThat(worker.exports().size())
                .as("nothing was put into its mailbox")
                .isZero();
    }

    @Test
    void aHostFunctionMaySubmitACallToItsOwnWorker() {
        Worker<ScriptWorld.Guest> worker = start("w");
        scriptHost.before = once(() -> worker.withKey("k").send(guest -> guest.run("say hello")));

        assertThat(worker.exports().run("get x")).isEqualTo("absent");
        assertThat(worker.withKey("k").exports().run("say hello")).isEqualTo("hello");
    }

    @Test
    void whatAPeerWasRefusedWithIsTheSameOnReplay() {
        Worker<ScriptWorld.Guest> worker = startTrying("w");
        String message = worker.exports().run("try peer throw no");

        assertThat(message).contains("worker script/peer: the invocation failed");
        assertThat(startTrying("w").exports().run("memory")).isEqualTo(message);
    }

    /** Each worker calls the next one, the last one the first. */
    private void inACircle(String... names) {
        Map<String, String> next = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            next.put(names[i], names[(i + 1) % names.length]);
        }
        scriptHost.peer = worker -> new WorkerId("script", next.get(worker.name()));
        startTrying(names[0]);
    }

    private void assertReplays(String... names) {
        scriptHost.before = () -> {};
        startTrying(names[0]);
        for (String name : names) {
            assertThat(worker(name).exports().size()).isPositive();
        }
    }

    /** The guest knows what to do without its peer. */
    private Worker<ScriptWorld.Guest> startTrying(String name) {
        return start(name, imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                try {
                    return words[0].equals("try") ? super.line(words[1].split(" ", 2)) : super.line(words);
                } catch (InvocationFailedException e) {
                    return e.getMessage();
                }
            }
        });
    }

    private Worker<ScriptWorld.Guest> worker(String name) {
        return host().worker(started, name);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletableFuture<Object> submit(Worker<ScriptWorld.Guest> worker, String script) {
        return worker.submit("test:script/runner", ScriptWorld.RUN, script);
    }
}
