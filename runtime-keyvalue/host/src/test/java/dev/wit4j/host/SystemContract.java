package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.host.generation.Generations;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.keyvalue.system.GuestLog;
import dev.wit4j.keyvalue.system.SystemProvider;
import dev.wit4j.runtime.InvocationFailedException;
import dev.wit4j.runtime.JavaComponent;
import dev.wit4j.runtime.RetryPolicy;
import dev.wit4j.runtime.Worker;
import dev.wit4j.runtime.WorkerHost;
import dev.wit4j.runtime.WorkerStoppedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wit.test.generations.Chronicler;
import wit.test.generations.chronicle.Chronicle;

/** Time, chance and messages of components, whatever the store: what was once so stays so. */
@Timeout(120)
abstract class SystemContract {
    private static final JavaComponent<Chronicler.Imports, Chronicler.Guest, Chronicler.Exports> COMPONENT =
            Generations.CHRONICLER;
    private static final RetryPolicy THREE_ATTEMPTS =
            new RetryPolicy(3, Duration.ofMillis(1), 1, Duration.ofMillis(1), 0);

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private GuestLog log = (worker, level, context, message) -> logged.add(level + " " + context + ": " + message);

    /** Opens a store, as it was left. */
    abstract Storage open(String name);

    @Test
    void whatWasObservedIsRememberedAfterARestart() {
        List<String> observed = on("s", Chronicle::observe);

        assertThat(on("s", Chronicle::remembered)).isEqualTo(observed);
        assertThat(on("s", Chronicle::observe)).isNotEqualTo(observed);
        assertThat(logged).containsExactly("INFO observe: observed " + observed.get(0), logged.get(1));
    }

    @Test
    void theTimeOfDayAndItsZoneAreThoseOfTheHost() {
        assertThat(on("s", Chronicle::observe))
                .contains(
                        "1755000000.7",
                        "TimezoneDisplay[utcOffset=7200, name=CEST, inDaylightSavingTime=true]",
                        "7200");
    }

    @Test
    void aSleepLastsAsLongAsTheShorterTimeAndIsOverOnReplay() {
        long hour = Duration.ofHours(1).toNanos();
        var slept = on("s", chronicle -> chronicle.sleep(2_000_000, hour));

        assertThat(slept.first()).isBetween(2_000_000L, hour);
        assertThat(slept.second()).isFalse();
        assertThat(on("s", Chronicle::remembered)).containsExactly("slept " + slept.first() + "[1]false");
    }

    @Test
    void aTimerThatIsKeptIsSavedWithTheWorkerAndComesDueAtItsTime() {
        on("s", storage -> storage, worker -> {
            worker.exports().chronicle().remind(Duration.ofHours(1).toNanos());
            worker.snapshot().join();
            return worker.exports().chronicle().due();
        });
        boolean early = on("s", Chronicle::due);
        assertThat(early).isFalse();
        on("s", storage -> storage, worker -> {
            worker.exports().chronicle().remind(1);
            return worker.snapshot().join();
        });

        boolean due = on("s", Chronicle::due);
        assertThat(due).isTrue();
    }

    @Test
    void aMessageIsWrittenOnceHoweverOftenItsCallIsTried() {
        AtomicBoolean failed = new AtomicBoolean();
        GuestLog writing = log;
        log = (worker, level, context, message) -> {
            writing.log(worker, level, context, message);
            if (message.equals("two") && !failed.getAndSet(true)) {
                throw new IllegalStateException("the log is full");
            }
        };
        on("s", chronicle -> {
            chronicle.log(List.of("one", "two", "three"));
            return true;
        });

        assertThat(logged).containsExactly("WARN : one", "WARN : two", "WARN : three");
        assertThat(on("s", Chronicle::remembered)).containsExactly("one", "two", "three");
        assertThat(logged).hasSize(3);
    }

    @Test
    void moreRandomBytesThanAJournalShouldHoldAreRefused() {
        long drawn = on("s", chronicle -> chronicle.draw(1 << 16));
        assertThat(drawn).isEqualTo(1 << 16);
        assertThatThrownBy(() -> on("s", chronicle -> chronicle.draw(-1)))
                .isInstanceOf(InvocationFailedException.class)
                .hasMessageContaining("18446744073709551615 random bytes were asked for in one call");
    }

    @Test
    void aCrashAtAnyCallOfTheStoreChangesNothingThatWasTold() {
        int points = 0;
        for (int at = 1; ; at++) {
            CrashPoint point = new CrashPoint(at);
            List<List<String>> told = new ArrayList<>();
            String name = "crash-" + at;
            workload(name, point::interpose, told::add);
            if (!point.reached()) {
                break;
            }
            points++;
            List<List<String>> answers = new ArrayList<>();
            workload(name, storage -> storage, answers::add);
            assertThat(told).as("crash at call %s", at).isEqualTo(answers.subList(0, told.size()));
            List<String> remembered = on(name, Chronicle::remembered);
            assertThat(remembered.subList(0, 9)).isEqualTo(answers.get(0));
            assertThat(remembered.subList(10, 19)).isEqualTo(answers.get(2));
            assertThat(new ArrayList<>(logged)).as("each line once").doesNotHaveDuplicates();
            logged.clear();
        }
        assertThat(points).isGreaterThan(10);
    }

    /** Three calls, each under its key, until the store is gone. */
    private void workload(String store, UnaryOperator<Storage> interpose, Consumer<List<String>> answers) {
        on(store, interpose, worker -> {
            try {
                answers.accept(worker.withKey("1").exports().chronicle().observe());
                answers.accept(
                        List.of("" + worker.withKey("2").exports().chronicle().sleep(1000, 1000)));
                answers.accept(worker.withKey("3").exports().chronicle().observe());
            } catch (WorkerStoppedException | StorageException e) {
                return false;
            }
            return true;
        });
    }

    /** Calls a worker on a host of its own. */
    private <T> T on(String store, Function<Chronicle, T> call) {
        return on(
                store, storage -> storage, worker -> call.apply(worker.exports().chronicle()));
    }

    private <T> T on(String store, UnaryOperator<Storage> interpose, Function<Worker<Chronicler.Exports>, T> calls) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_755_000_000, 7), ZoneId.of("Europe/Berlin"));
        Storage storage = open(store);
        try (WorkerHost host = WorkerHost.on(interpose.apply(storage))
                .component(COMPONENT)
                .provider(new SystemProvider(
                        clock, (worker, level, context, message) -> log.log(worker, level, context, message)))
                .retry(THREE_ATTEMPTS)
                .build()) {
            return calls.apply(host.worker(COMPONENT, "w"));
        } finally {
            close(storage);
        }
    }

    /** Closes a store, or leaves it to be opened again. */
    abstract void close(Storage storage);
}
