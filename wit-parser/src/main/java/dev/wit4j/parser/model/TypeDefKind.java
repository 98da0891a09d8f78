package dev.wit4j.parser.model;

import java.util.Optional;

/**
 * What a type is. Closed: code that has to treat every kind does so with a {@link Visitor}, so that a new kind breaks the
 * build.
 */
public sealed interface TypeDefKind {
    /** Calls the method of {@code visitor} for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code record}. */
    record Record(java.util.List<Field> fields) implements TypeDefKind {
        public Record {
            fields = java.util.List.copyOf(fields);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRecord(this);
        }
    }

    /** {@code resource}; its functions are in the interface or world that owns it. */
    record Resource() implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitResource(this);
        }
    }

    /** {@code own<T>}, or a resource used by its bare name. */
    record Own(TypeId resource) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOwn(this);
        }
    }

    /** {@code borrow<T>}. */
    record Borrow(TypeId resource) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBorrow(this);
        }
    }

    /** {@code flags}. */
    record Flags(java.util.List<Flag> flags) implements TypeDefKind {
        public Flags {
            flags = java.util.List.copyOf(flags);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFlags(this);
        }
    }

    /** {@code tuple<...>}. */
    record Tuple(java.util.List<Type> types) implements TypeDefKind {
        public Tuple {
            types = java.util.List.copyOf(types);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTuple(this);
        }
    }

    /** {@code variant}. */
    record Variant(java.util.List<Case> cases) implements TypeDefKind {
        public Variant {
            cases = java.util.List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitVariant(this);
        }
    }

    /** {@code enum}. */
    record Enum(java.util.List<EnumCase> cases) implements TypeDefKind {
        public Enum {
            cases = java.util.List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitEnum(this);
        }
    }

    /** {@code option<T>}. */
    record Option(Type type) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOption(this);
        }
    }

    /** {@code result<T, E>}, either side of which may be absent. */
    record Result(Optional<Type> ok, Optional<Type> err) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitResult(this);
        }
    }

    /** {@code list<T>}. */
    record List(Type element) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitList(this);
        }
    }

    /** {@code list<T, N>}; {@code size} is an unsigned 32-bit number. */
    record FixedLengthList(Type element, int size) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFixedLengthList(this);
        }
    }

    /** {@code map<K, V>}. */
    record Map(Type key, Type value) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMap(this);
        }
    }

    /** {@code future} or {@code future<T>}. */
    record Future(Optional<Type> payload) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFuture(this);
        }
    }

    /** {@code stream} or {@code stream<T>}. */
    record Stream(Optional<Type> payload) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStream(this);
        }
    }

    /** Another name for a type: {@code type a = b}, or a type brought in by {@code use}. */
    record Alias(Type type) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAlias(this);
        }
    }

    /** One method per kind, none with a default. */
    interface Visitor<R> {
        R visitRecord(Record kind);

        R visitResource(Resource kind);

        R visitOwn(Own kind);

        R visitBorrow(Borrow kind);

        R visitFlags(Flags kind);

        R visitTuple(Tuple kind);

        R visitVariant(Variant kind);

        R visitEnum(Enum kind);

        R visitOption(Option kind);

        R visitResult(Result kind);

        R visitList(List kind);

        R visitFixedLengthList(FixedLengthList kind);

        R visitMap(Map kind);

        R visitFuture(Future kind);

        R visitStream(Stream kind);

        R visitAlias(Alias kind);
    }
}
