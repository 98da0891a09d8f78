package dev.wit4j.codegen.output;

import java.nio.file.Path;
import java.util.List;

/**
 * What a generation changed on disk.
 *
 * @param written files that are new or have another content
 * @param deleted files that are no longer generated
 * @param kept number of files that had the right content already and were not touched
 */
public record Changes(List<Path> written, List<Path> deleted, int kept) {
    public Changes {
        written = List.copyOf(written);
        deleted = List.copyOf(deleted);
    }
}
