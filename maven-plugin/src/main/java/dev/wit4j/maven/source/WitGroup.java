package dev.wit4j.maven.source;

import java.util.List;
import java.util.Optional;

/**
 * Files that belong together: the {@code .wit} files of one folder, or a single file.
 *
 * @param name what messages call it
 * @param files its files, sorted by name; never empty
 * @param archive the coordinates of the dependency that ships it; absent if the project has it itself
 */
public record WitGroup(String name, List<WitFile> files, Optional<String> archive) {
    public WitGroup {
        files = List.copyOf(files);
    }

    /** Whether both have the same files with the same bytes. */
    public boolean sameContents(WitGroup other) {
        if (files.size() != other.files.size()) {
            return false;
        }
        for (int i = 0; i < files.size(); i++) {
            WitFile mine = files.get(i);
            WitFile theirs = other.files.get(i);
            if (!mine.fileName().equals(theirs.fileName()) || !mine.sameContents(theirs)) {
                return false;
            }
        }
        return true;
    }
}
