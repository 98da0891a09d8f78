package dev.wit4j.embedded;

import dev.wit4j.journal.StorageException;
import java.nio.file.Path;

/** Somebody else has the folder of a store open. The message says who. */
public final class FolderInUseException extends StorageException {
    private static final long serialVersionUID = 1;

    FolderInUseException(Path folder, String holder) {
        super("the store in " + folder + " is in use by " + holder
                + ". One process at a time: stop that one, or choose another folder");
    }
}
