package dev.wit4j.parser.resolve;

import dev.wit4j.parser.model.PackageName;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The packages of one run, linked already or not. */
final class KnownPackages {
    private final Set<PackageName> known = new LinkedHashSet<>();
    private final Set<PackageName> broken = new HashSet<>();

    void add(PackageName name) {
        known.add(name);
    }

    /** Nothing is reported about what is missing in the package: its own errors are the reason. */
    void markBroken(PackageName name) {
        broken.add(name);
    }

    boolean isBroken(PackageName name) {
        return broken.contains(name);
    }

    Set<PackageName> known() {
        return known;
    }
}
