package dev.wit4j.codegen.model;

import dev.wit4j.codegen.name.JavaName;
import dev.wit4j.parser.model.PrimitiveType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The type of a value, as Java sees it: other names for types are gone, and what has a class of its own is known by it. Closed:
 * use a {@link Visitor}.
 */
public sealed interface ValueType {
    /** Calls the method of {@code visitor} for this type. */
    <R> R accept(Visitor<R> visitor);

    /** The types that stand directly inside this one; nothing inside of what has a class of its own. */
    List<ValueType> parts();

    /** Whether a handle may be inside, so that values are rebuilt at a boundary. */
    default boolean holdsHandles() {
        return parts().stream().anyMatch(ValueType::holdsHandles);
    }

    /** Whether a class that is deprecated has to be named to name this type. */
    default boolean mentionsDeprecated() {
        return parts().stream().anyMatch(ValueType::mentionsDeprecated);
    }

    /** A primitive type of WIT. */
    record Primitive(PrimitiveType type) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitPrimitive(this);
        }

        @Override
        public List<ValueType> parts() {
            return List.of();
        }
    }

    /** {@code list<u8>}, of {@code length} bytes if that is fixed. */
    record BytesOf(OptionalLong length) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBytes(this);
        }

        @Override
        public List<ValueType> parts() {
            return List.of();
        }
    }

    /** Any other list, of {@code length} elements if that is fixed. */
    record ListOf(ValueType element, OptionalLong length) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitList(this);
        }

        @Override
        public List<ValueType> parts() {
            return List.of(element);
        }
    }

    /** A map. */
    record MapOf(ValueType key, ValueType value) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMap(this);
        }

        @Override
        public List<ValueType> parts() {
            return List.of(key, value);
        }
    }

    /** An option. */
    record OptionOf(ValueType value) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOption(this);
        }

        @Override
        public List<ValueType> parts() {
            return List.of(value);
        }
    }

    /** A result that is not that of a function. */
    record ResultOf(Optional<ValueType> ok, Optional<ValueType> err) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitResult(this);
        }

        @Override
        public List<ValueType> parts() {
            return Stream.concat(ok.stream(), err.stream()).toList();
        }
    }

    /** A tuple; {@code ownClass} is there if it has more members than the runtime has classes for. */
    record TupleOf(List<ValueType> members, Optional<TupleModel> ownClass) implements ValueType {
        public TupleOf {
            members = List.copyOf(members);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTuple(this);
        }

        @Override
        public List<ValueType> parts() {
            return members;
        }
    }

    /** The readable end of a stream. */
    record StreamOf(Optional<ValueType> element) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStream(this);
        }

        @Override
        public List<ValueType> parts() {
            return element.stream().toList();
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
        public List<ValueType> parts() {
            return value.stream().toList();
        }

        @Override
        public boolean holdsHandles() {
            return true;
        }
    }

    /** A record, variant or enum. */
    record Defined(JavaName name, ConstantName codec, boolean holdsHandles, boolean deprecated) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDefined(this);
        }

        @Override
        public List<ValueType> parts() {
            return List.of();
        }

        @Override
        public boolean mentionsDeprecated() {
            return deprecated;
        }
    }

    /** A set of flags. */
    record FlagsOf(JavaName flag, ConstantName codec, boolean deprecated) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFlags(this);
        }

        @Override
        public List<ValueType> parts() {
            return List.of();
        }

        @Override
        public boolean mentionsDeprecated() {
            return deprecated;
        }
    }

    /** A handle to a resource. */
    record HandleOf(JavaName resource, ConstantName type, boolean own, boolean deprecated) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitHandle(this);
        }

        @Override
        public List<ValueType> parts() {
            return List.of();
        }

        @Override
        public boolean holdsHandles() {
            return true;
        }

        @Override
        public boolean mentionsDeprecated() {
            return deprecated;
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
