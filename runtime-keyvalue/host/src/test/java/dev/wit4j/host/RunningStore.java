package dev.wit4j.host;

import java.util.function.Supplier;

/** A store that runs, and is empty as often as a test wants. */
final class RunningStore implements AutoCloseable {
    private final Supplier<String> next;
    private final Runnable stop;

    RunningStore(Supplier<String> next, Runnable stop) {
        this.next = next;
        this.stop = stop;
    }

    /** The URI of an empty store. */
    String empty() {
        return next.get();
    }

    @Override
    public void close() {
        stop.run();
    }
}
