package dev.wit4j.maven.generation;

import dev.wit4j.maven.incremental.Fingerprint;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a generation writes.
 *
 * @param sources the root of the generated sources
 * @param resources the root of what goes into the jar
 * @param packageWit whether the WIT goes into the jar
 */
public record OutputFolders(Path sources, Path resources, boolean packageWit) {
    /** All roots. */
    Set<Path> roots() {
        return new TreeSet<>(Set.of(sources, resources));
    }

    void addTo(Fingerprint fingerprint) {
        fingerprint.option("sources", sources).option("resources", resources).option("packageWit", packageWit);
    }
}
