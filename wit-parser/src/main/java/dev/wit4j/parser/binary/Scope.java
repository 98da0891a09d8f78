package dev.wit4j.parser.binary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The index spaces of a component, component type or instance type, and what it imports and exports. */
final class Scope {
    private final Optional<Scope> outer;
    private final List<TypeNode> types = new ArrayList<>();
    private final List<Extern.OfInstance> instances = new ArrayList<>();
    private final Map<String, Extern> imports = new LinkedHashMap<>();
    private final Map<String, Extern> exports = new LinkedHashMap<>();

    Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    void add(TypeNode type) {
        types.add(type);
    }

    void add(Extern.OfInstance instance) {
        instances.add(instance);
    }

    Map<String, Extern> imports() {
        return imports;
    }

    Map<String, Extern> exports() {
        return exports;
    }

    TypeNode type(int index) throws InvalidPackageException {
        if (index < 0 || index >= types.size()) {
            throw new InvalidPackageException("type " + index + " is not defined where it is used");
        }
        return types.get(index);
    }

    Extern.OfInstance instance(int index) throws InvalidPackageException {
        if (index < 0 || index >= instances.size()) {
            throw new InvalidPackageException("instance " + index + " is not defined where it is used");
        }
        return instances.get(index);
    }

    Scope outer(int depth) throws InvalidPackageException {
        Scope scope = this;
        for (int i = 0; i < depth; i++) {
            scope = scope.outer.orElseThrow(() ->
                    new InvalidPackageException("alias of a type " + depth + " levels up, where there is no level"));
        }
        return scope;
    }
}
