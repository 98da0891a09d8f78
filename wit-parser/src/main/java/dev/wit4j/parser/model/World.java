package dev.wit4j.parser.model;

import dev.wit4j.parser.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A world: what a component needs, and what it offers.
 *
 * @param name its name
 * @param imports what it imports, elaborated: what the imports themselves need stands before them
 * @param exports what it exports
 * @param packageId the package that it belongs to
 * @param docs its documentation
 * @param stability its gates
 * @param span the place of the name
 */
public record World(
        String name,
        Map<WorldKey, WorldItem> imports,
        Map<WorldKey, WorldItem> exports,
        PackageId packageId,
        Optional<Docs> docs,
        Stability stability,
        Span span) {
    public World {
        imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
        exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }
}
