package dev.wit4j.parser.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a type is. Closed: code that has to treat every kind does so with a {@link Visitor}, so that a new kind breaks the
 * build. Kinds without a name of their own are keys of maps.
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

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Own that && resource.equals(that.resource);
        }

        @Override
        public int hashCode() {
            return resource.hashCode() + 1;
        }
    }

    /** {@code borrow<T>}. */
    record Borrow(TypeId resource) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBorrow(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Borrow that && resource.equals(that.resource);
        }

        @Override
        public int hashCode() {
            return resource.hashCode() + 2;
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

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tuple that && types.equals(that.types);
        }

        @Override
        public int hashCode() {
            return types.hashCode() + 3;
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

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Option that && type.equals(that.type);
        }

        @Override
        public int hashCode() {
            return type.hashCode() + 4;
        }
    }

    /** {@code result<T, E>}, either side of which may be absent. */
    record Result(Optional<Type> ok, Optional<Type> err) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitResult(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Result that && ok.equals(that.ok) && err.equals(that.err);
        }

        @Override
        public int hashCode() {
            return 31 * ok.hashCode() + err.hashCode();
        }
    }

    /** {@code list<T>}. */
    record List(Type element) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitList(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof List that && element.equals(that.element);
        }

        @Override
        public int hashCode() {
            return element.hashCode() + 5;
        }
    }

    /** {@code list<T, N>}; {@code size} is an unsigned 32-bit number. */
    record FixedLengthList(Type element, int size) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFixedLengthList(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof FixedLengthList that && element.equals(that.element) && size == that.size;
        }

        @Override
        public int hashCode() {
            return 31 * element.hashCode() + size;
        }
    }

    /** {@code map<K, V>}. */
    record Map(Type key, Type value) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMap(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Map that && key.equals(that.key) && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return 31 * key.hashCode() + value.hashCode();
        }
    }

    /** {@code future} or {@code future<T>}. */
    record Future(Optional<Type> payload) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFuture(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Future that && payload.equals(that.payload);
        }

        @Override
        public int hashCode() {
            return payload.hashCode() + 6;
        }
    }

    /** {@code stream} or {@code stream<T>}. */
    record Stream(Optional<Type> payload) implements TypeDefKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStream(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Stream that && payload.equals(that.payload);
        }

        @Override
        public int hashCode() {
            return payload.hashCode() + 7;
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
