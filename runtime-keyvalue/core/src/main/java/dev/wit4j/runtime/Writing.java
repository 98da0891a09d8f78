package dev.wit4j.runtime;

import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stands behind {@link HostContext#write}: the one write that the call of a host function may make. */
final class Writing {
    private @Nullable Function<Supplier<Effect>, Outcome> open;

    /** A call begins whose write is made, or answered, by {@code write}. */
    void begin(Function<Supplier<Effect>, Outcome> write) {
        open = write;
    }

    /** Whether a call is made that has not written yet. */
    boolean isOpen() {
        return open != null;
    }

    /** Makes the write of the call. */
    Outcome write(Supplier<Effect> effect) {
        if (open == null) {
            throw new IllegalStateException(
                    "a host function writes that is not registered as a write, or that has written already");
        }
        Outcome outcome = open.apply(effect);
        open = null;
        return outcome;
    }

    /** The call is over; returns whether it has written. */
    boolean end() {
        boolean written = open == null;
        open = null;
        return written;
    }
}
