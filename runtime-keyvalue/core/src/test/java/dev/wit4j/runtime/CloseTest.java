package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A host can be closed whatever its guests do. */
class CloseTest extends WorkerTestCase {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void aGuestThatHearsOfInterruptsIsGivenUpAndNothingIsRecordedOfThat() throws Exception {
        Worker<ScriptWorld.Guest> worker = startWaiting(false);
        CompletableFuture<String> answer =
                worker.withKey("k").submit(guest -> guest.run("increment n; for-ever; increment n"));
        running.await();

        assertThat(host().close(SHORT, TIME)).isEmpty();
        assertThatThrownBy(answer::get).hasMessageContaining("the host was closed");
        release.countDown();
        assertThat(startWaiting(false).withKey("k").exports().run("increment n; for-ever; increment n"))
                .isEqualTo("1 released 2");
        assertThat(value("n")).isEqualTo("2");
    }

    @Test
    void aGuestThatMakesSomethingElseOfAnInterruptIsNotBelieved() throws Exception {
        Worker<ScriptWorld.Guest> worker = startWaiting(true);
        worker.withKey("k").send(guest -> guest.run("increment n; for-ever; increment n"));
        running.await();

        assertThat(host().close(SHORT, TIME)).isEmpty();
        assertThat(value("n")).isEqualTo("1");
        release.countDown();
        assertThat(startWaiting(true).withKey("k").exports().run("increment n; for-ever; increment n"))
                .isEqualTo("1 released 2");
    }

    @Test
    void aGuestThatGoesOnAllTheSameIsNamedAndWritesNothing() throws Exception {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Worker<ScriptWorld.Guest> worker = start("w", imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                if (!words[0].equals("for-ever")) {
                    return super.line(words);
                }
                running.countDown();
                while (release.getCount() > 0) {
                    Thread.onSpinWait();
                }
                try {
                    return super.line(new String[] {"increment", "n"});
                } finally {
                    ended.complete(null);
                }
            }
        });
        worker.send(guest -> guest.run("for-ever"));
        running.await();

        assertThat(host().close(SHORT)).containsExactly(worker.id());
        release.countDown();
        ended.join();
        assertThat(value("n")).isEqualTo("absent");
    }

    @Test
    void theThreadOfACallerIsNotLeftInterrupted() throws Exception {
        Worker<ScriptWorld.Guest> worker = startWaiting(false);
        worker.exports().run("say a");
        await(() -> worker.state() instanceof WorkerState.Idle);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                worker.exports().run("for-ever");
            } catch (WorkerStoppedException e) {
                interrupted.complete(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        running.await();

        assertThat(host().close(SHORT, TIME)).isEmpty();
        assertThat(interrupted.join()).isFalse();
    }

    @Test
    void whoIsNotInAHurryIsNotInterrupted() throws Exception {
        Worker<ScriptWorld.Guest> worker = startWaiting(false);
        worker.withKey("k").send(guest -> guest.run("for-ever"));
        running.await();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(host()::close);
        await(() -> worker.state() instanceof WorkerState.Stopped);
        release.countDown();
        closed.join();

        assertThat(storage.mailbox(worker.id()).result("k")).isPresent();
    }

    @Test
    void aHostMayBeGivenAllTimeToClose() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");

        assertThat(host().close(Duration.ofSeconds(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void aWorkerMayBeIdleForAllTimeButNotForLessThanNone() throws Exception {
        Worker<ScriptWorld.Guest> worker =
                start("w", ScriptGuest::new, host -> host.idleAfter(Duration.ofSeconds(Long.MAX_VALUE)));

        assertThat(worker.exports().run("say a")).isEqualTo("a");
        assertThatThrownBy(() -> WorkerHost.on(storage).idleAfter(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no worker is idle for PT-0.001S: say a time from 0");
    }

    /** A guest that waits until it is released; if it is interrupted it fails or, if it is {@code careless}, goes on. */
    private Worker<ScriptWorld.Guest> startWaiting(boolean careless) {
        return start("w", imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                if (!words[0].equals("for-ever")) {
                    return super.line(words);
                }
                running.countDown();
                try {
                    release.await();
                    return "released";
                } catch (InterruptedException e) {
                    if (careless) {
                        return "interrupted";
                    }
                    throw new IllegalStateException(e);
                }
            }
        });
    }
}
