package dev.wit4j.tool;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file could not be written, for people: an exception of the JDK often names the file alone. */
final class FileTrouble {
    private FileTrouble() {}

    /** The failure to write {@code file}, or something below it. */
    static CommandException notWritten(Path file, IOException failure) {
        String culprit = failure instanceof FileSystemException known && known.getFile() != null
                ? known.getFile()
                : file.toString();
        return CommandException.input("cannot write " + culprit + ": " + reason(failure));
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no directory of that name to put it in";
        }
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "a file of that name is in the place of a directory";
        }
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return String.valueOf(failure.getMessage());
    }
}
