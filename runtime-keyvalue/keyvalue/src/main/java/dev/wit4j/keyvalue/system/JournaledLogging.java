package dev.wit4j.keyvalue.system;

import dev.wit4j.journal.Effect;
import dev.wit4j.runtime.HostContext;
import java.util.function.Supplier;
import wit.wasi.logging.logging.Level;
import wit.wasi.logging.logging.Logging;

/**
 * Writes each message once: when it is committed, with all that it rests on. What is recorded is not written again.
 *
 * @param context of the worker
 * @param log where messages go
 */
record JournaledLogging(HostContext context, GuestLog log) implements Logging {
    @Override
    public void log(Level level, String about, String message) {
        Commit commit = new Commit();
        context.write(commit);
        if (commit.made) {
            log.log(context.worker(), level, about, message);
        }
    }

    /** A write that changes nothing, and that replay does not ask for. */
    private static final class Commit implements Supplier<Effect> {
        private boolean made;

        @Override
        public Effect get() {
            made = true;
            return Effect.NONE;
        }
    }
}
