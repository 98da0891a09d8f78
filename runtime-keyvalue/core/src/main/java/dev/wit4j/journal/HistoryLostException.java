package dev.wit4j.journal;

/** The store no longer holds what it had acknowledged: its tail was lost. The worker goes back to what is there. */
public final class HistoryLostException extends StorageException {
    private static final long serialVersionUID = 1;

    /**
     * History of a worker is lost.
     *
     * @param worker whose
     * @param detail what is missing, as far as it can be told
     */
    public HistoryLostException(WorkerId worker, String detail) {
        super("the store lost history of worker " + worker + ": " + detail);
    }
}
