package dev.wit4j.keyvalue.system;

import dev.wit4j.journal.WorkerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wit.wasi.logging.logging.Level;

/** Where messages of components go. Safe to share between threads. */
@FunctionalInterface
public interface GuestLog {
    /**
     * To slf4j: the logger is {@code wit4j.component.} and the component's name, and a critical message is an error that says
     * so.
     */
    GuestLog SLF4J = GuestLog::toSlf4j;

    /**
     * Writes a message.
     *
     * @param worker whose it is
     * @param level how much it weighs
     * @param context what it belongs to, in the component's own words; may be empty
     */
    void log(WorkerId worker, Level level, String context, String message);

    private static void toSlf4j(WorkerId worker, Level level, String context, String message) {
        Logger logger = LoggerFactory.getLogger("wit4j.component." + worker.component());
        String place = context.isEmpty() ? worker.name() : worker.name() + " " + context;
        switch (level) {
            case TRACE -> logger.trace("{}: {}", place, message);
            case DEBUG -> logger.debug("{}: {}", place, message);
            case INFO -> logger.info("{}: {}", place, message);
            case WARN -> logger.warn("{}: {}", place, message);
            case ERROR -> logger.error("{}: {}", place, message);
            case CRITICAL -> logger.error("{}: critical: {}", place, message);
        }
    }
}
