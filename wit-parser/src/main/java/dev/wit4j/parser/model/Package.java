package dev.wit4j.parser.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A package.
 *
 * @param name its name
 * @param docs its documentation
 * @param interfaces its interfaces by name, in the order of their definition
 * @param worlds its worlds by name, in the order of their definition
 */
public record Package(
        PackageName name, Optional<Docs> docs, Map<String, InterfaceId> interfaces, Map<String, WorldId> worlds) {
    public Package {
        interfaces = Collections.unmodifiableMap(new LinkedHashMap<>(interfaces));
        worlds = Collections.unmodifiableMap(new LinkedHashMap<>(worlds));
    }
}
