package dev.wit4j.codegen.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Files have to be generated where others lie that were not: nothing was changed. */
public final class ForeignFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String message;

    ForeignFileException(List<Path> files) {
        message = files.stream()
                .map(Path::toString)
                .collect(Collectors.joining(
                        "\n  ",
                        "Files that wit4j did not generate are in the way of generated ones:\n  ",
                        "\nMove them to another folder, or let wit4j generate into another one."));
    }

    @Override
    public String getMessage() {
        return message;
    }
}
