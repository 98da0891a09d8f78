package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Storage;
import dev.wit4j.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A host of script workers on a store in memory, which outlives it. A test that waits in vain fails, whatever it waits for. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class WorkerTestCase {
    /** By how much the clock of the store is ahead. */
    volatile Duration ahead = Duration.ZERO;

    final Storage storage = new MemoryStorage(() -> Instant.now().plus(ahead));
    final ScriptHost scriptHost = new ScriptHost();

    /** Asked before the host of scripts; implements nothing, unless a test says so. */
    HostProvider first = context -> HostFunctions.builder().build();

    private final List<WorkerHost> hosts = new ArrayList<>();

    /** The component that was started last. */
    JavaComponent<ScriptWorld.Imports, ScriptWorld.Guest, ScriptWorld.Guest> started = component(ScriptGuest::new);

    /** Long enough for what does not wait for ever. */
    static final Duration TIME = Duration.ofSeconds(8);

    /** Tries twice more, without a delay that matters. */
    static final RetryPolicy THREE_ATTEMPTS = new RetryPolicy(3, Duration.ofMillis(1), 1, Duration.ofMillis(1), 0);

    @AfterEach
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void closeHosts() {
        hosts.forEach(WorkerHost::close);
    }

    /** A component of script workers; {@code guest} makes it, so that it can be changed. */
    static JavaComponent<ScriptWorld.Imports, ScriptWorld.Guest, ScriptWorld.Guest> component(
            Function<ScriptWorld.Imports, ? extends ScriptWorld.Guest> guest) {
        return JavaComponent.of("script", ScriptWorld.TYPE, guest);
    }

    /** The worker {@code name} on a new host, as after a restart. */
    Worker<ScriptWorld.Guest> start(String name) {
        return start(name, ScriptGuest::new, host -> host);
    }

    /** The worker {@code name} of a changed component, on a new host. */
    Worker<ScriptWorld.Guest> start(String name, Function<ScriptWorld.Imports, ? extends ScriptWorld.Guest> guest) {
        return start(name, guest, host -> host);
    }

    /** The worker {@code name} on a new host, set up by {@code setUp}. */
    Worker<ScriptWorld.Guest> start(
            String name,
            Function<ScriptWorld.Imports, ? extends ScriptWorld.Guest> guest,
            UnaryOperator<WorkerHost.Builder> setUp) {
        hosts.forEach(WorkerHost::close);
        hosts.clear();
        started = component(guest);
        WorkerHost host = setUp.apply(WorkerHost.on(storage)
                        .component(started)
                        .provider(first)
                        .provider(scriptHost)
                        .retry(THREE_ATTEMPTS))
                .build();
        hosts.add(host);
        return host.worker(started, name);
    }

    /** The host that was started last. */
    WorkerHost host() {
        return hosts.get(0);
    }

    /** Returns when {@code condition} holds. */
    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    String value(String key) {
        return storage.buckets().get("b", key).map(Bytes::toUtf8String).orElse("absent");
    }

    void set(String key, String value) {
        storage.buckets().apply(new Effect.Put("b", key, Bytes.utf8(value), OptionalLong.empty()));
    }
}
