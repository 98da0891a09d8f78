package dev.wit4j.maven.generation;

import dev.wit4j.maven.incremental.Fingerprint;
import dev.wit4j.parser.ParseOptions;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which part of the WIT that was read counts.
 *
 * @param worlds the worlds to generate, by name; empty for every world of the project's own package
 * @param packages the packages to generate whole
 * @param features the features whose unstable items are there
 * @param allFeatures whether those of all features are
 * @param strict whether warnings are refused like errors
 */
public record Selection(
        List<String> worlds, List<String> packages, SortedSet<String> features, boolean allFeatures, boolean strict) {
    public Selection {
        worlds = List.copyOf(worlds);
        packages = List.copyOf(packages);
        features = new TreeSet<>(features);
    }

    /** How the WIT is read. */
    public ParseOptions parseOptions() {
        return new ParseOptions(features, allFeatures, strict);
    }

    void addTo(Fingerprint fingerprint) {
        fingerprint
                .options("worlds", worlds)
                .options("packages", packages)
                .options("features", features)
                .option("allFeatures", allFeatures)
                .option("strict", strict);
    }
}
