package dev.wit4j.maven;

import org.apache.maven.plugins.annotations.Parameter;

/** An annotation that the build file wants on the class of a type. */
public class TypeAnnotation {
    /** The type in WIT: {@code wasi:keyvalue/store@0.2.0-draft2#key-response}, with the version if there is one. */
    @Parameter(required = true)
    private String wit = "";

    /** The class of the annotation, named in full; it needs no arguments. */
    @Parameter(required = true)
    private String java = "";

    String wit() {
        return wit;
    }

    String java() {
        return java;
    }
}
