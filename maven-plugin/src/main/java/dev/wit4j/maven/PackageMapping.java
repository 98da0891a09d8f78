package dev.wit4j.maven;

import org.apache.maven.plugins.annotations.Parameter;

/** The Java package that the build file wants for a WIT package or interface. */
public class PackageMapping {
    /** The WIT package, {@code wasi:keyvalue} or {@code wasi:keyvalue@0.1.0}, or an interface of it. */
    @Parameter(required = true)
    private String wit = "";

    /** The Java package. */
    @Parameter(required = true)
    private String java = "";

    String wit() {
        return wit;
    }

    String java() {
        return java;
    }
}
