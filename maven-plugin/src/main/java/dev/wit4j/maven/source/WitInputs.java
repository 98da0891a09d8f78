package dev.wit4j.maven.source;

import dev.wit4j.maven.incremental.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a goal reads.
 *
 * @param main the project's own folder
 * @param others further folders of the build file
 * @param archives the dependencies that ship WIT, in the order of the class path
 */
public record WitInputs(WitFolder main, List<WitFolder> others, List<WitArchive> archives) {
    public WitInputs {
        others = List.copyOf(others);
        archives = List.copyOf(archives);
    }

    /**
     * Reads everything.
     *
     * @param dependencies the files of the project's dependencies by their coordinates, in the order of the class path
     */
    public static WitInputs read(Path main, List<Path> others, Map<String, Path> dependencies) throws IOException {
        List<WitFolder> folders = new ArrayList<>();
        for (Path other : others) {
            folders.add(WitFolder.read(other));
        }
        List<WitArchive> archives = new ArrayList<>();
        for (var dependency : new LinkedHashMap<>(dependencies).entrySet()) {
            Optional<WitArchive> archive = WitArchive.read(dependency.getKey(), dependency.getValue());
            if (archive.isPresent()) {
                archives.add(archive.get());
            }
        }
        return new WitInputs(WitFolder.read(main), folders, archives);
    }

    /** The project's own folder and the further ones. */
    public List<WitFolder> folders() {
        List<WitFolder> folders = new ArrayList<>();
        folders.add(main);
        folders.addAll(others);
        return folders;
    }

    /** Adds everything that was read, and what was looked for and not there. */
    public void addTo(Fingerprint fingerprint) {
        for (WitFolder folder : folders()) {
            folder.addTo(fingerprint);
        }
        for (WitArchive archive : archives) {
            archive.addTo(fingerprint);
        }
    }
}
