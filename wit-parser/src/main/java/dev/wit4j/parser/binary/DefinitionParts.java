package dev.wit4j.parser.binary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The types that a definition directly mentions, in the order of its text. */
final class DefinitionParts {
    private DefinitionParts() {}

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
        } else if (definition instanceof TypeDefinition.Own own) {
            return List.of(new ValueType.Index(own.resource()));
        } else if (definition instanceof TypeDefinition.Borrow borrow) {
            return List.of(new ValueType.Index(borrow.resource()));
        } else if (definition instanceof TypeDefinition.Stream stream) {
            return stream.payload().stream().toList();
        } else if (definition instanceof TypeDefinition.Future future) {
            return future.payload().stream().toList();
        }
        return List.of();
    }
}
