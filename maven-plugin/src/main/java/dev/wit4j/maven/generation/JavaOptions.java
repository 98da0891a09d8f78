package dev.wit4j.maven.generation;

import dev.wit4j.maven.incremental.Fingerprint;
import java.nio.charset.Charset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the generated Java looks.
 *
 * @param basePackage the Java package below which all others stand
 * @param packages the Java packages of single WIT packages and interfaces
 * @param names the Java names of single items
 * @param annotations the annotations of single types
 * @param encoding of the source files
 */
public record JavaOptions(
        String basePackage,
        SortedMap<String, String> packages,
        SortedMap<String, String> names,
        SortedMap<String, List<String>> annotations,
        Charset encoding) {
    public JavaOptions {
        packages = new TreeMap<>(packages);
        names = new TreeMap<>(names);
        annotations = new TreeMap<>(annotations);
    }

    void addTo(Fingerprint fingerprint) {
        fingerprint
                .option("basePackage", basePackage)
                .options("packages", packages.entrySet())
                .options("names", names.entrySet())
                .options("annotations", annotations.entrySet())
                .option("encoding", encoding);
    }
}
