package dev.wit4j.maven;

import org.apache.maven.plugins.annotations.Parameter;

/** The Java name that the build file wants for something in an interface. */
public class NameMapping {
    /**
     * What it is in WIT: {@code wasi:keyvalue/types#bucket}, or {@code wasi:keyvalue/types#bucket.open-bucket} for a part of
     * it; with the version if the package has one, {@code wasi:keyvalue/store@0.2.0-draft2#bucket}.
     */
    @Parameter(required = true)
    private String wit = "";

    /** The Java name. */
    @Parameter(required = true)
    private String java = "";

    String wit() {
        return wit;
    }

    String java() {
        return java;
    }
}
