package dev.wit4j.host;

import dev.wit4j.journal.WorkerId;

/** A worker as a command line names it. */
final class WorkerName {
    private WorkerName() {}

    /**
     * The worker called {@code text}.
     *
     * @throws IllegalArgumentException if it is not a component and a name with a slash between them
     */
    static WorkerId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is no worker; write COMPONENT/NAME");
        }
        return new WorkerId(text.substring(0, slash), text.substring(slash + 1));
    }
}
