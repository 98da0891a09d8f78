package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDefKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The value types that a type mentions, in the order of its text. Handles mention none. */
final class Parts {
    private static final OfKind OF_KIND = new OfKind();

    private Parts() {}

    static List<Type> of(TypeDefKind kind) {
        return kind.accept(OF_KIND);
    }

    static List<ValueType> of(TypeDefinition definition) {
        if (definition instanceof TypeDefinition.Record shape) {
            return shape.fields().stream().map(TypeDefinition.Labeled::type).toList();
        } else if (definition instanceof TypeDefinition.Variant shape) {
            return shape.cases().stream()
                    .map(TypeDefinition.Choice::type)
                    .flatMap(Optional::stream)
                    .toList();
        } else if (definition instanceof TypeDefinition.Tuple tuple) {
            return tuple.types();
        } else if (definition instanceof TypeDefinition.List list) {
            return List.of(list.element());
        } else if (definition instanceof TypeDefinition.FixedLengthList list) {
            return List.of(list.element());
        } else if (definition instanceof TypeDefinition.Map map) {
            return List.of(map.key(), map.value());
        } else if (definition instanceof TypeDefinition.Option option) {
            return List.of(option.type());
        } else if (definition instanceof TypeDefinition.Result result) {
            return Stream.concat(result.ok().stream(), result.err().stream()).toList();
        } else if (definition instanceof TypeDefinition.Stream stream) {
            return stream.payload().stream().toList();
        } else if (definition instanceof TypeDefinition.Future future) {
            return future.payload().stream().toList();
        }
        return List.of();
    }

    private static final class OfKind implements TypeDefKind.Visitor<List<Type>> {
        @Override
        public List<Type> visitRecord(TypeDefKind.Record kind) {
            return kind.fields().stream().map(Field::type).toList();
        }

        @Override
        public List<Type> visitResource(TypeDefKind.Resource kind) {
            return List.of();
        }

        @Override
        public List<Type> visitOwn(TypeDefKind.Own kind) {
            return List.of();
        }

        @Override
        public List<Type> visitBorrow(TypeDefKind.Borrow kind) {
            return List.of();
        }

        @Override
        public List<Type> visitFlags(TypeDefKind.Flags kind) {
            return List.of();
        }

        @Override
        public List<Type> visitTuple(TypeDefKind.Tuple kind) {
            return kind.types();
        }

        @Override
        public List<Type> visitVariant(TypeDefKind.Variant kind) {
            return kind.cases().stream()
                    .map(Case::type)
                    .flatMap(Optional::stream)
                    .toList();
        }

        @Override
        public List<Type> visitEnum(TypeDefKind.Enum kind) {
            return List.of();
        }

        @Override
        public List<Type> visitOption(TypeDefKind.Option kind) {
            return List.of(kind.type());
        }

        @Override
        public List<Type> visitResult(TypeDefKind.Result kind) {
            return Stream.concat(kind.ok().stream(), kind.err().stream()).toList();
        }

        @Override
        public List<Type> visitList(TypeDefKind.List kind) {
            return List.of(kind.element());
        }

        @Override
        public List<Type> visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
            return List.of(kind.element());
        }

        @Override
        public List<Type> visitMap(TypeDefKind.Map kind) {
            return List.of(kind.key(), kind.value());
        }

        @Override
        public List<Type> visitFuture(TypeDefKind.Future kind) {
            return kind.payload().stream().toList();
        }

        @Override
        public List<Type> visitStream(TypeDefKind.Stream kind) {
            return kind.payload().stream().toList();
        }

        @Override
        public List<Type> visitAlias(TypeDefKind.Alias kind) {
            return List.of(kind.type());
        }
    }
}
