package dev.wit4j.codegen.name;

import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Version;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How versions show in Java packages. Versions of one <em>track</em> are made to replace each other: 1.2 and 1.3, 0.2.1 and
 * 0.2.12. They share a Java package unless both are there: then the highest has it, the others show their whole version.
 */
public final class Tracks {
    private final Map<String, Version> highest = new HashMap<>();

    Tracks(Resolve resolve) {
        for (Package pkg : resolve.packages()) {
            pkg.name().version().ifPresent(version -> highest.merge(track(pkg.name(), version), version, Tracks::max));
        }
    }

    /** What a version becomes if it has its track to itself: {@code v1}, {@code v0_2}. */
    public static String of(Version version) {
        boolean replaceable = version.preRelease().isEmpty()
                && version.build().isEmpty()
                && (version.major() > 0 || version.minor() > 0);
        if (!replaceable) {
            return wholeText(version);
        }
        return version.major() > 0 ? "v" + version.major() : "v0_" + version.minor();
    }

    /** The segment of the Java package, if the WIT package has a version. */
    Optional<String> segment(PackageName name) {
        return name.version()
                .map(version -> version.equals(highest.get(track(name, version))) ? of(version) : wholeText(version));
    }

    private static String track(PackageName name, Version version) {
        return name.namespace() + ":" + name.name() + "@" + of(version);
    }

    private static String wholeText(Version version) {
        return "v" + version.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }

    private static Version max(Version left, Version right) {
        return left.compareTo(right) >= 0 ? left : right;
    }
}
