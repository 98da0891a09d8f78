package dev.wit4j.journal;

/** The worker that a journal belongs to was deleted; there may be another of its name by now. Nothing was written. */
public final class DeletedException extends FencedException {
    private static final long serialVersionUID = 1;

    /** The worker is gone. */
    public DeletedException(WorkerId worker) {
        super("worker " + worker + " was deleted");
    }
}
