package dev.wit4j.parser.transform;

import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Version;
import java.util.Optional;

/**
 * What an interface has in common with all its compatible versions.
 *
 * @param packageName the package, its version cut down to the numbers that must not change
 * @param name the interface
 */
record SemverTrack(PackageName packageName, String name) {
    /** The track of an interface; empty for one without a name, or of a package without a version. */
    static Optional<SemverTrack> of(Resolve resolve, InterfaceId id) {
        Interface iface = resolve.iface(id);
        PackageName home = resolve.pkg(iface.packageId()).name();
        if (iface.name().isEmpty() || home.version().isEmpty()) {
            return Optional.empty();
        }
        Version track = track(home.version().get());
        return Optional.of(new SemverTrack(
                new PackageName(home.namespace(), home.name(), Optional.of(track)),
                iface.name().get()));
    }

    private static Version track(Version version) {
        if (!version.preRelease().isEmpty()) {
            return new Version(version.major(), version.minor(), version.patch(), version.preRelease(), "");
        }
        if (version.major() != 0) {
            return Version.of(version.major(), 0, 0);
        }
        return version.minor() != 0 ? Version.of(0, version.minor(), 0) : Version.of(0, 0, version.patch());
    }
}
