package dev.wit4j.codegen.model;

import dev.wit4j.codegen.name.JavaName;
import dev.wit4j.parser.model.PrimitiveType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The type of a value, as Java sees it: other names for types are gone, and what has a class of its own is known by it. Closed:
 * use a {@link Visitor}.
 */
public sealed interface ValueType {
    /** Calls the method of {@code visitor} for this type. */
    <R> R accept(Visitor<R> visitor);

    /** Whether a handle may be inside, so that values are rebuilt at a boundary. */
    boolean holdsHandles();

    /** A primitive type of WIT. */
    record Primitive(PrimitiveType type) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitPrimitive(this);
        }

        @Override
        public boolean holdsHandles() {
            return false;
        }
    }

    /** {@code list<u8>}, of {@code length} bytes if that is fixed. */
    record BytesOf(OptionalLong length) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBytes(this);
        }

        @Override
        public boolean holdsHandles() {
            return false;
        }
    }

    /** Any other list, of {@code length} elements if that is fixed. */
    record ListOf(ValueType element, OptionalLong length) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitList(this);
        }

        @Override
        public boolean holdsHandles() {
            return element.holdsHandles();
        }
    }

    /** A map. */
    record MapOf(ValueType key, ValueType value) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMap(this);
        }

        @Override
        public boolean holdsHandles() {
            return value.holdsHandles();
        }
    }

    /** An option. */
    record OptionOf(ValueType value) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOption(this);
        }

        @Override
        public boolean holdsHandles() {
            return value.holdsHandles();
        }
    }

    /** A result that is not that of a function. */
    record ResultOf(Optional<ValueType> ok, Optional<ValueType> err) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitResult(this);
        }

        @Override
        public boolean holdsHandles() {
            return ok.filter(ValueType::holdsHandles).isPresent()
                    || err.filter(ValueType::holdsHandles).isPresent();
        }
    }

    /** A tuple. */
    record TupleOf(List<ValueType> members) implements ValueType {
        public TupleOf {
            members = List.copyOf(members);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTuple(this);
        }

        @Override
        public boolean holdsHandles() {
            return members.stream().anyMatch(ValueType::holdsHandles);
        }
    }

    /** The readable end of a stream. */
    record StreamOf(Optional<ValueType> element) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStream(this);
        }

        @Override
        public boolean holdsHandles() {
            return true;
        }
    }

    /** The readable end of a future. */
    record FutureOf(Optional<ValueType> value) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFuture(this);
        }

        @Override
        public boolean holdsHandles() {
            return true;
        }
    }

    /** A record, variant or enum. */
    record Defined(JavaName name, ConstantName codec, boolean holdsHandles) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDefined(this);
        }
    }

    /** A set of flags. */
    record FlagsOf(JavaName flag, ConstantName codec) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFlags(this);
        }

        @Override
        public boolean holdsHandles() {
            return false;
        }
    }

    /** A handle to a resource. */
    record HandleOf(JavaName resource, ConstantName type, boolean own) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitHandle(this);
        }

        @Override
        public boolean holdsHandles() {
            return true;
        }
    }

    /** One method per kind, none with a default. */
    interface Visitor<R> {
        R visitPrimitive(Primitive type);

        R visitBytes(BytesOf type);

        R visitList(ListOf type);

        R visitMap(MapOf type);

        R visitOption(OptionOf type);

        R visitResult(ResultOf type);

        R visitTuple(TupleOf type);

        R visitStream(StreamOf type);

        R visitFuture(FutureOf type);

        R visitDefined(Defined type);

        R visitFlags(FlagsOf type);

        R visitHandle(HandleOf type);
    }
}
