package dev.wit4j.parser.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a package, {@code namespace:name@version}.
 *
 * @param namespace the part before the colon
 * @param name the part behind it
 * @param version the version, if the package has one
 */
public record PackageName(String namespace, String name, Optional<Version> version) {
    /** The name of something in this package, {@code namespace:name/item@version}. */
    public String item(String item) {
        return namespace + ":" + name + "/" + item + versionSuffix();
    }

    private String versionSuffix() {
        return version.isEmpty() ? "" : "@" + version.get();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageName that
                && namespace.equals(that.namespace)
                && name.equals(that.name)
                && version.equals(that.version);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * namespace.hashCode() + name.hashCode()) + version.hashCode();
    }

    @Override
    public String toString() {
        return namespace + ":" + name + versionSuffix();
    }
}
