package dev.wit4j.parser.binary;

import java.util.Map;

/** Something imported or exported, in the graph. */
sealed interface Extern {
    ExternName name();

    record OfType(ExternName name, TypeNode type) implements Extern {}

    record OfFunc(ExternName name, TypeDefinition.Func func, Scope scope) implements Extern {}

    /** {@code exports} by name, in order. */
    record OfInstance(ExternName name, Map<String, Extern> exports) implements Extern {}

    record OfComponent(ExternName name, TypeNode.Defined type) implements Extern {}
}
