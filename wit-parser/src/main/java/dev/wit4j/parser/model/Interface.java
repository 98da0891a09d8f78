package dev.wit4j.parser.model;

import dev.wit4j.parser.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An interface.
 *
 * @param name its name, unless it is written inline in a world
 * @param types its types by name, in the order of their definition
 * @param functions its functions by (mangled) name, in the order of their definition
 * @param packageId the package that it belongs to
 * @param docs its documentation
 * @param stability its gates
 * @param cloneOf the interface that this one was cloned from, in a model with nominal type ids
 * @param span the place of the name
 */
public record Interface(
        Optional<String> name,
        Map<String, TypeId> types,
        Map<String, Function> functions,
        PackageId packageId,
        Optional<Docs> docs,
        Stability stability,
        Optional<InterfaceId> cloneOf,
        Span span) {
    public Interface {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }
}
