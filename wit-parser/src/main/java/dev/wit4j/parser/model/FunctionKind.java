package dev.wit4j.parser.model;

import java.util.Optional;

/** What a function belongs to, and whether it is {@code async}. */
public sealed interface FunctionKind {
    /** Whether the function is an {@code async func}. */
    boolean async();

    /** The resource that the function belongs to, if it belongs to one. */
    Optional<TypeId> owner();

    /** The same for a function of another resource; of none, it stays what it is. */
    FunctionKind withOwner(TypeId other);

    /** A function of an interface or world itself. */
    record Freestanding(boolean async) implements FunctionKind {
        @Override
        public Optional<TypeId> owner() {
            return Optional.empty();
        }

        @Override
        public Freestanding withOwner(TypeId other) {
            return this;
        }
    }

    /** A method of a resource; its first parameter is {@code self}, a borrow of it. */
    record Method(boolean async, TypeId resource) implements FunctionKind {
        @Override
        public Optional<TypeId> owner() {
            return Optional.of(resource);
        }

        @Override
        public Method withOwner(TypeId other) {
            return new Method(async, other);
        }
    }

    /** A static function of a resource. */
    record Static(boolean async, TypeId resource) implements FunctionKind {
        @Override
        public Optional<TypeId> owner() {
            return Optional.of(resource);
        }

        @Override
        public Static withOwner(TypeId other) {
            return new Static(async, other);
        }
    }

    /** The constructor of a resource. */
    record Constructor(TypeId resource) implements FunctionKind {
        @Override
        public boolean async() {
            return false;
        }

        @Override
        public Optional<TypeId> owner() {
            return Optional.of(resource);
        }

        @Override
        public Constructor withOwner(TypeId other) {
            return new Constructor(other);
        }
    }
}
