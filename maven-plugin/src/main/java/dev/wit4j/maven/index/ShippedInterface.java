package dev.wit4j.maven.index;

import dev.wit4j.codegen.name.Tracks;
import dev.wit4j.maven.index.BindingIndex.InterfaceEntry;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Version;
import java.util.Optional;

/**
 * An interface that a dependency has Java classes of.
 *
 * @param coordinates the dependency
 * @param format the form of the index
 * @param packageName its WIT package
 * @param name its name without the package
 * @param entry what the index says about it
 */
record ShippedInterface(String coordinates, int format, PackageName packageName, String name, InterfaceEntry entry) {
    /** The full name. */
    String wit() {
        return packageName.item(name);
    }

    InterfaceShape shape() {
        return InterfaceShape.of(entry.shape());
    }

    /** As much of another shape as the form of this index says. */
    InterfaceShape comparable(InterfaceShape other) {
        return format == BindingIndex.FORMAT_WITHOUT_TRACKS ? other.withoutTracks() : other;
    }

    /** Whether the classes of {@code other} have the same shape and the same names, as far as those are known. */
    boolean isAlike(ShippedInterface other) {
        return comparable(other.shape()).equals(other.comparable(shape()))
                && entry.javaPackage().equals(other.entry.javaPackage())
                && (entry.names() == null
                        || other.entry.names() == null
                        || entry.names().equals(other.entry.names()));
    }

    /** Whether this is that interface, in a version that is made to stand in for the one that is asked for. */
    boolean isOfTrack(PackageName needed, String neededName) {
        return name.equals(neededName)
                && packageName.namespace().equals(needed.namespace())
                && packageName.name().equals(needed.name())
                && track(packageName).equals(track(needed));
    }

    /** Whether the version is not below the one that is asked for. */
    boolean isAtLeast(PackageName needed) {
        return packageName.version().isEmpty()
                || packageName.version().get().compareTo(needed.version().orElseThrow()) >= 0;
    }

    /** The WIT package in the dependency: its classes belong together. */
    String origin() {
        return coordinates + " " + packageName;
    }

    /** Which of two versions of the package these classes should serve: their own, and otherwise the highest. */
    PackageName closer(PackageName left, PackageName right) {
        if (left.equals(packageName) || right.equals(packageName)) {
            return packageName;
        }
        return isBelow(left, right) ? right : left;
    }

    /** Which of two versions that a dependency has suits whoever needs {@code needed}: exactly it, and otherwise the highest. */
    ShippedInterface nearerTo(PackageName needed, ShippedInterface other) {
        if (packageName.equals(needed) || other.packageName.equals(needed)) {
            return packageName.equals(needed) ? this : other;
        }
        return isBelow(packageName, other.packageName) ? other : this;
    }

    private static boolean isBelow(PackageName left, PackageName right) {
        return left.version().orElseThrow().compareTo(right.version().orElseThrow()) < 0;
    }

    private static Optional<String> track(PackageName name) {
        return name.version().map(Tracks::of);
    }

    /** The name that an index holds as text. */
    static PackageName parse(String text) {
        int colon = text.indexOf(':');
        int at = text.indexOf('@');
        if (colon < 0) {
            throw new IllegalArgumentException("not the name of a package: " + text);
        }
        return new PackageName(
                text.substring(0, colon),
                text.substring(colon + 1, at < 0 ? text.length() : at),
                at < 0 ? Optional.empty() : Optional.of(Version.parse(text.substring(at + 1))));
    }
}
