package dev.wit4j.parser.model;

import java.util.Optional;

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
        return version.map(v -> "@" + v).orElse("");
    }

    @Override
    public String toString() {
        return namespace + ":" + name + versionSuffix();
    }
}
