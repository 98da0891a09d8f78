package dev.wit4j.maven.incremental;

import java.nio.file.Path;
import java.util.List;

/** A file has to be generated where one lies that was not: nothing was written. */
public final class ForeignFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Path> files;

    ForeignFileException(List<Path> files) {
        super("in the way of what would be generated: " + files);
        this.files = List.copyOf(files);
    }

    /** The files that are in the way. */
    public List<Path> files() {
        return files;
    }
}
