package dev.wit4j.parser.print;

/** Keeps a blank line between the items of one block. */
final class Rows {
    private final Output out;
    private boolean any;

    Rows(Output out) {
        this.out = out;
    }

    /** The next item follows the last one directly. */
    void adjacent() {
        any = true;
    }

    /** The next item has a blank line before it, unless it is the first. */
    void separated() {
        if (any) {
            out.blank();
        }
        any = true;
    }
}
