package dev.wit4j.parser.binary;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A scope of the text format: its declarations so far, and the identifiers that its types and instances go by. */
final class WatScope {
    private final Optional<WatScope> outer;
    private final Optional<String> identifier;
    private final TypeScope declarations = new TypeScope();
    private final Map<String, Integer> types = new HashMap<>();
    private final Map<String, Integer> instances = new HashMap<>();

    WatScope(Optional<WatScope> outer, Optional<String> identifier) {
        this.outer = outer;
        this.identifier = identifier;
    }

    TypeScope declarations() {
        return declarations;
    }

    void nameType(Optional<String> name, int index) {
        name.ifPresent(n -> types.put(n, index));
    }

    void nameInstance(Optional<String> name, int index) {
        name.ifPresent(n -> instances.put(n, index));
    }

    Optional<Integer> instance(String name) {
        return Optional.ofNullable(instances.get(name));
    }

    /** A type by its identifier; one of an outer scope is brought in by an alias. */
    Optional<Integer> type(String name) {
        Optional<WatScope> scope = Optional.of(this);
        for (int depth = 0; scope.isPresent(); depth++) {
            Integer index = scope.get().types.get(name);
            if (index != null) {
                if (depth > 0) {
                    index = declarations.aliasOuter(depth, index);
                    types.put(name, index);
                }
                return Optional.of(index);
            }
            scope = scope.get().outer;
        }
        return Optional.empty();
    }

    /** How many levels up the scope of that identifier is. */
    Optional<Integer> depthOf(String name) {
        Optional<WatScope> scope = Optional.of(this);
        for (int depth = 0; scope.isPresent(); depth++) {
            if (scope.get().identifier.equals(Optional.of(name))) {
                return Optional.of(depth);
            }
            scope = scope.get().outer;
        }
        return Optional.empty();
    }

    /** The index of a type by its identifier, in this scope or the one {@code depth} levels up. */
    Optional<Integer> typeOf(int depth, String name) {
        Optional<WatScope> scope = Optional.of(this);
        for (int i = 0; i < depth && scope.isPresent(); i++) {
            scope = scope.get().outer;
        }
        return scope.map(found -> found.types.get(name));
    }
}
