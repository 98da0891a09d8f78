package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Trap;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of an invocation that comes to no answer. */
class FailureTest extends WorkerTestCase {
    @Test
    void anUndeclaredExceptionIsTriedAgainAndThenRecordedAsTheResult() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThatThrownBy(() -> worker.withKey("k").exports().run("say a; throw no"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("IllegalStateException: no");
        assertThat(entries(Entry.AttemptFailed.class)).hasSize(2);
        assertThat(entries(Entry.Skipped.class)).hasSize(1);
        assertThatThrownBy(() -> start("w").withKey("k").exports().run("say a; throw no"))
                .isInstanceOf(InvocationFailedException.class);
        assertThat(entries(Entry.AttemptFailed.class)).hasSize(2);
    }

    /** Invariant 11. */
    @Test
    void aFailedInvocationChangesNoMemoryAndItsWritesStay() {
        Worker<ScriptWorld.Guest> worker = start("w");
        worker.exports().run("say a");

        assertThatThrownBy(() -> worker.exports().run("say b; increment n; throw no"))
                .isInstanceOf(InvocationFailedException.class);
        assertThat(worker.exports().run("memory")).isEqualTo("a");
        assertThat(value("n")).isEqualTo("1");
        assertThat(start("w").exports().run("memory; increment n")).isEqualTo("a|a 2");
    }

    @Test
    void theNextAttemptReplaysWhatTheFirstDidAndGoesOn() {
        AtomicInteger reads = new AtomicInteger();
        scriptHost.before = () -> {
            if (reads.incrementAndGet() < 3) {
                throw new IllegalStateException("the store is away");
            }
        };
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThat(worker.exports().run("increment n; get n; increment n")).isEqualTo("1 1 2");
        assertThat(value("n")).isEqualTo("2");
        assertThat(entries(Entry.AttemptFailed.class)).hasSize(2);
        assertThat(start("w").exports().run("memory")).isEqualTo("1|1|2");
    }

    @Test
    void anAttemptThatGetsFurtherIsTheFirstAgain() {
        scriptHost.before = everyThirdTime();
        String script = "post a; get x; ".repeat(10) + "say done";
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThat(worker.exports().run(script)).endsWith(" done");
        assertThat(entries(Entry.AttemptFailed.class)).hasSizeGreaterThan(10);
    }

    @Test
    void anAttemptThatGetsNoFurtherIsNotTheFirstAgainHoweverFarItCame() {
        AtomicInteger attempts = new AtomicInteger();
        Worker<ScriptWorld.Guest> worker = start("w", imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                if (words[0].equals("count")) {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("no");
                }
                return super.line(words);
            }
        });

        assertThatThrownBy(() -> worker.exports().run("get x; increment n; post a; count"))
                .isInstanceOf(InvocationFailedException.class);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void anAttemptThatGetsFurtherIsTheFirstAgainAlsoAfterARestart() {
        String script = "post a; post b; post c; post d";
        for (String good : List.of("a", "b", "c")) {
            scriptHost.before = () -> {
                if (scriptHost.sent.get(scriptHost.sent.size() - 1).compareTo(good) > 0) {
                    throw new IllegalStateException("the receiver is away");
                }
            };
            Worker<ScriptWorld.Guest> worker = start(
                    "w",
                    ScriptGuest::new,
                    host -> host.retry(new RetryPolicy(2, Duration.ofHours(1), 1, Duration.ofHours(1), 0)));
            worker.withKey("k").submit("test:script/runner", ScriptWorld.RUN, script);
            await(() -> worker.state() instanceof WorkerState.Retrying retrying && retrying.failedAttempts() == 1);
        }
        scriptHost.before = () -> {};

        assertThat(start("w").withKey("k").exports().run(script)).endsWith(" sent-7");
        assertThat(entries(Entry.AttemptFailed.class)).hasSize(3);
    }

    private static Runnable everyThirdTime() {
        AtomicInteger calls = new AtomicInteger();
        return () -> {
            if (calls.incrementAndGet() % 3 != 0) {
                throw new IllegalStateException("the network is away");
            }
        };
    }

    @Test
    void aComponentMayHaveAPolicyOfItsOwn() {
        scriptHost.before = () -> {
            throw new IllegalStateException("the store is away");
        };
        var often = JavaComponent.of("often", ScriptWorld.TYPE, ScriptGuest::new);
        try (WorkerHost host = WorkerHost.on(storage)
                .component(started, RetryPolicy.NONE)
                .component(often)
                .provider(scriptHost)
                .retry(THREE_ATTEMPTS)
                .build()) {
            assertThatThrownBy(() -> host.worker(started, "w").exports().run("get x"))
                    .isInstanceOf(InvocationFailedException.class);
            assertThatThrownBy(() -> host.worker(often, "w").exports().run("get x"))
                    .isInstanceOf(InvocationFailedException.class);
        }

        assertThat(entries(Entry.AttemptFailed.class)).isEmpty();
        assertThat(entries(new WorkerId("often", "w"), Entry.AttemptFailed.class))
                .hasSize(2);
    }

    @Test
    void theNumberOfAttemptsSurvivesARestart() {
        Worker<ScriptWorld.Guest> worker = start(
                "w",
                ScriptGuest::new,
                host -> host.retry(new RetryPolicy(3, Duration.ofHours(1), 1, Duration.ofHours(1), 0)));
        worker.withKey("k").submit("test:script/runner", ScriptWorld.RUN, "throw no");
        await(() -> worker.state() instanceof WorkerState.Retrying);

        assertThatThrownBy(() -> start("w").withKey("k").exports().run("throw no"))
                .isInstanceOf(InvocationFailedException.class);
        assertThat(entries(Entry.AttemptFailed.class)).hasSize(2);
    }

    @Test
    void whatAHostFunctionThrowsCannotBeSwallowedByTheGuest() {
        scriptHost.before = () -> {
            throw new IllegalStateException("the store is away");
        };
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThatThrownBy(() -> worker.exports().run("swallow get k; increment n"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("the store is away");
        assertThat(value("n")).isEqualTo("absent");
    }

    @Test
    void aTrapIsTheResultAtOnceAndCannotBeSwallowed() {
        AtomicInteger attempts = new AtomicInteger();
        scriptHost.before = () -> {
            attempts.incrementAndGet();
            throw new Trap("a rule was broken");
        };
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThatThrownBy(() -> worker.exports().run("swallow get k; swallow increment n"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageEndingWith("a rule was broken");
        assertThat(attempts).hasValue(1);
        assertThat(value("n")).isEqualTo("absent");
    }

    @Test
    void endlessRecursionIsTheResultAtOnce() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThatThrownBy(() -> worker.exports().run("say a; deep"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("StackOverflowError");
        assertThat(entries(Entry.AttemptFailed.class)).isEmpty();
        assertThat(worker.exports().run("memory")).isEqualTo("");
    }

    @Test
    void lackOfMemoryIsTriedAgainAndNeverRecordedAsAResult() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        scriptHost.before = () -> {
            attempts.incrementAndGet();
            throw new OutOfMemoryError("of the test");
        };
        Worker<ScriptWorld.Guest> worker = start("w");
        assertThatThrownBy(() -> worker.withKey("k").exports().run("increment n; get k"))
                .isInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("OutOfMemoryError");
        assertThat(attempts).hasValue(3);
        scriptHost.before = () -> {};
        worker.resume().get();

        assertThat(worker.withKey("k").exports().run("increment n; get k")).isEqualTo("1 absent");
    }

    /** The journal says nothing of such failures: a worker that had two of them still has all its attempts. */
    @Test
    void lackOfMemoryIsNoAttemptOfTheInvocation() {
        List<Throwable> failures = new ArrayList<>(List.of(
                new OutOfMemoryError("of the test"),
                new NoClassDefFoundError("of the test"),
                new IllegalStateException("no"),
                new OutOfMemoryError("of the test"),
                new IllegalStateException("no")));
        Worker<ScriptWorld.Guest> worker = start("w", imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                if (!words[0].equals("flaky")) {
                    return super.line(words);
                }
                if (failures.isEmpty()) {
                    return "ok";
                }
                Throwable failure = failures.remove(0);
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
        });

        assertThat(worker.exports().run("increment n; flaky")).isEqualTo("1 ok");
        assertThat(failures).isEmpty();
        assertThat(entries(Entry.AttemptFailed.class)).hasSize(2);
    }

    @Test
    void anAnswerOfTheJournalThatTheGuestThrowsOnIsTheResultAtOnce() {
        AtomicInteger attempts = new AtomicInteger();
        Worker<ScriptWorld.Guest> worker = start("w", imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                if (words[0].equals("count")) {
                    return Integer.toString(attempts.incrementAndGet());
                }
                return super.line(words);
            }
        });

        assertThatThrownBy(() -> worker.exports().run("count; peer throw no"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("worker script/peer: the invocation failed");
        assertThat(attempts).hasValue(1);
        assertThat(entries(Entry.AttemptFailed.class)).isEmpty();
    }

    @Test
    void aHostFunctionThatFailsAsAnotherWorkerDoesCannotBeSwallowedEither() {
        scriptHost.before = () -> {
            throw new InvocationFailedException(ScriptHost.PEER, "called by the host itself");
        };
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThatThrownBy(() -> worker.exports().run("swallow get k; increment n"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("called by the host itself");
        assertThat(value("n")).isEqualTo("absent");
        assertThat(entries(Entry.AttemptFailed.class)).hasSize(2);
    }

    @Test
    void aCallOfAnImportFromAnotherThreadTrapsAndCannotBeSwallowed() throws Exception {
        List<Throwable> thrown = new ArrayList<>();
        Worker<ScriptWorld.Guest> worker = start("w", imports -> new ScriptGuest(imports) {
            @Override
            String line(String[] words) {
                Thread thread = new Thread(() -> {
                    try {
                        imports.host().increment("n", 1);
                    } catch (Throwable e) {
                        thrown.add(e);
                    }
                });
                thread.start();
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.line(words);
            }
        });

        assertThatThrownBy(() -> worker.exports().run("say a"))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("increment was called outside of the invocation's thread");
        assertThat(thrown).singleElement().isInstanceOf(Trap.class);
        assertThat(value("n")).isEqualTo("absent");
    }

    @Test
    void aGuestMayCallWhatIsLocalWhileItIsMadeAndNothingElse() {
        Worker<ScriptWorld.Guest> local = start("w", imports -> new ScriptGuest(imports) {
            private final String name = imports.host().upper("name");

            @Override
            String line(String[] words) {
                return name;
            }
        });
        assertThat(local.exports().run("x")).isEqualTo("NAME");

        Worker<ScriptWorld.Guest> reading = start("v", imports -> {
            imports.host().increment("n", 1);
            return new ScriptGuest(imports);
        });
        assertThatThrownBy(() -> reading.exports().run("say a"))
                .isInstanceOf(WorkerStoppedException.class)
                .hasMessageContaining("increment was called while the instance was made");
        assertThat(value("n")).isEqualTo("absent");
    }

    @Test
    void delaysGrowToTheLongestAndLeaveAPartToChance() {
        RetryPolicy policy = new RetryPolicy(9, Duration.ofMillis(100), 3, Duration.ofSeconds(1), 0);
        var random = new Random(1);

        assertThat(policy.delayAfter(1, random)).isEqualTo(Duration.ofMillis(100));
        assertThat(policy.delayAfter(2, random)).isEqualTo(Duration.ofMillis(300));
        assertThat(policy.delayAfter(3, random)).isEqualTo(Duration.ofMillis(900));
        assertThat(policy.delayAfter(8, random)).isEqualTo(Duration.ofSeconds(1));
        RetryPolicy jittered = new RetryPolicy(9, Duration.ofMillis(1000), 1, Duration.ofSeconds(1), 0.5);
        for (int i = 0; i < 100; i++) {
            assertThat(jittered.delayAfter(1, random)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
        }
    }

    @Test
    void aLongestDelayWithoutAnEndLeavesShorterOnesAsTheyAre() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        RetryPolicy policy = new RetryPolicy(9, Duration.ofMillis(1), 2, endless, 0);
        var random = new Random(1);

        assertThat(policy.delayAfter(2, random)).isEqualTo(Duration.ofMillis(2));
        assertThat(policy.delayAfter(5000, random)).isGreaterThan(Duration.ofDays(100_000));
    }

    @Test
    void aWorkerThatIsToWaitForAllTimeWaitsAndHearsOfACancellation() throws Exception {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        Worker<ScriptWorld.Guest> worker =
                start("w", ScriptGuest::new, host -> host.retry(new RetryPolicy(3, endless, 1, endless, 1)));
        worker.withKey("k").send(guest -> guest.run("throw no"));
        await(() -> worker.state() instanceof WorkerState.Retrying || worker.state() instanceof WorkerState.Stopped);

        assertThat(worker.state()).isInstanceOf(WorkerState.Retrying.class);
        assertThat(worker.cancel("k").get()).isTrue();
        assertThat(worker.exports().run("say a")).isEqualTo("a");
    }

    private <T extends Entry> List<T> entries(Class<T> kind) {
        return entries(new WorkerId("script", "w"), kind);
    }

    private <T extends Entry> List<T> entries(WorkerId worker, Class<T> kind) {
        List<T> found = new ArrayList<>();
        try (Journal journal = storage.claim(worker)) {
            journal.replay(
                    0,
                    record -> EntryFormat.decode(record.entries()).stream()
                            .filter(kind::isInstance)
                            .map(kind::cast)
                            .forEach(found::add));
        }
        return found;
    }
}
