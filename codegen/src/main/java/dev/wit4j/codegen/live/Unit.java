package dev.wit4j.codegen.live;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Types and functions that get Java classes together: those of an interface, or those of a world itself.
 *
 * @param key which one it is
 * @param name its full WIT name, {@code wasi:keyvalue/types@0.1.0}; of an inline interface that of the world and the label behind
 *     a dot
 * @param path the name within the WIT package: one segment, {@code types}; for an inline interface that of the world in front
 * @param packageId the WIT package
 * @param types the types that are defined here, other names for types left out
 * @param functions the functions
 * @param docs the documentation
 * @param stability the gates
 * @param span the place of the name
 */
public record Unit(
        UnitKey key,
        String name,
        List<String> path,
        PackageId packageId,
        List<TypeId> types,
        List<Function> functions,
        Optional<Docs> docs,
        Stability stability,
        Span span) {
    public Unit {
        path = List.copyOf(path);
        types = List.copyOf(types);
        functions = List.copyOf(functions);
    }

    /** The last part of the name, {@code types}. */
    public String shortName() {
        return path.get(path.size() - 1);
    }

    /** The functions that belong to {@code resource}, its constructor and statics included. */
    public List<Function> functionsOf(TypeId resource) {
        return functions.stream()
                .filter(f -> f.kind().owner().equals(Optional.of(resource)))
                .toList();
    }

    /** The functions that belong to no resource. */
    public List<Function> freestanding() {
        return functions.stream()
                .filter(f -> f.kind() instanceof FunctionKind.Freestanding)
                .toList();
    }

    /** Whether something can be called without having a resource in hand: only then there is a facade. */
    public boolean isCallable() {
        return functions.stream().anyMatch(f -> !(f.kind() instanceof FunctionKind.Method));
    }
}
