package dev.wit4j.maven;

import org.apache.maven.plugins.annotations.Parameter;

/** The Java name that the build file wants for something in an interface. */
public class NameMapping {
    /** What it is in WIT: {@code wasi:keyvalue/store#bucket}, or {@code wasi:keyvalue/store#bucket.get} for a part of it. */
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
