package dev.wit4j.embedded.file;

import java.io.IOException;
import java.util.List;

/**
 * The folder that holds the files of a log. What a method did is durable no earlier than {@link #sync} says so. Safe to share
 * between threads.
 */
public interface Directory {
    /** The names of the files, sorted. */
    List<String> list() throws IOException;

    /**
     * Makes an empty file and opens it for reading and writing.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is a file of that name
     */
    LogFile create(String name) throws IOException;

    /**
     * Opens a file for reading.
     *
     * @throws java.nio.file.NoSuchFileException if there is none of that name
     */
    LogFile open(String name) throws IOException;

    /** Gives a file another name, in one step; a file that had that name is gone. */
    void rename(String from, String to) throws IOException;

    /** Removes a file; readers that have it open may fail afterwards. */
    void delete(String name) throws IOException;

    /** Returns when the files that were created, renamed and deleted are durably so. */
    void sync() throws IOException;

    /** How a message names a file of this folder. */
    String describe(String name);
}
