package dev.wit4j.journal;

/** Somebody else has claimed the worker, or deleted it: its journal can no longer be written here, and nothing was. */
public sealed class FencedException extends StorageException permits DeletedException {
    private static final long serialVersionUID = 1;

    /** The present owner is another. */
    public FencedException(WorkerId worker) {
        this("worker " + worker + " has been claimed by another host; this one runs it no longer. Call it there,"
                + " or resume it here, which takes it back");
    }

    FencedException(String message) {
        super(message);
    }
}
