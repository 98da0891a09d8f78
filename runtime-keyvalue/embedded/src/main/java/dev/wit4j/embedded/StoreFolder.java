package dev.wit4j.embedded;

import dev.wit4j.embedded.file.FolderDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a store: the tables, the lock, and a folder for the log. */
final class StoreFolder {
    /** The folder of the log. */
    static final String LOG = "log";

    private StoreFolder() {}

    /** Makes what is missing. */
    static void make(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(LOG));
    }

    /** Returns when the names in {@code folder} are durable. */
    static void sync(Path folder) throws IOException {
        new FolderDirectory(folder).sync();
    }
}
