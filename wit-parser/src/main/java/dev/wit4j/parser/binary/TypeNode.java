package dev.wit4j.parser.binary;

/**
 * A type of the graph that a tree of declarations stands for. Two nodes are the same type only if they are the same object;
 * one that is equal to another says so.
 */
sealed interface TypeNode {
    /** A definition, its indices those of {@code scope}. */
    final class Defined implements TypeNode {
        private final TypeDefinition definition;
        private final Scope scope;

        Defined(TypeDefinition definition, Scope scope) {
            this.definition = definition;
            this.scope = scope;
        }

        TypeDefinition definition() {
            return definition;
        }

        Scope scope() {
            return scope;
        }
    }

    /** A resource, different from every other. */
    final class Resource implements TypeNode {}

    /** Another name for a type. */
    final class Equal implements TypeNode {
        private final TypeNode target;

        Equal(TypeNode target) {
            this.target = target;
        }

        TypeNode target() {
            return target;
        }
    }

    /** The definition or resource behind all names. */
    default TypeNode origin() {
        TypeNode node = this;
        while (node instanceof Equal equal) {
            node = equal.target();
        }
        return node;
    }
}
