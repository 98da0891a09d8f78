package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.EnumCase;
import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.Flag;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Metadata out of types and functions, and back into them. */
final class DocumentedItems {
    private DocumentedItems() {}

    static ItemMetadata of(Function function) {
        return new ItemMetadata(function.docs(), function.stability(), Map.of());
    }

    static ItemMetadata of(TypeDef type) {
        Map<String, Docs> items = new LinkedHashMap<>();
        if (type.kind() instanceof TypeDefKind.Record shape) {
            shape.fields().forEach(field -> put(items, field.name(), field.docs()));
        } else if (type.kind() instanceof TypeDefKind.Variant shape) {
            shape.cases().forEach(choice -> put(items, choice.name(), choice.docs()));
        } else if (type.kind() instanceof TypeDefKind.Enum shape) {
            shape.cases().forEach(choice -> put(items, choice.name(), choice.docs()));
        } else if (type.kind() instanceof TypeDefKind.Flags shape) {
            shape.flags().forEach(flag -> put(items, flag.name(), flag.docs()));
        }
        return new ItemMetadata(type.docs(), type.stability(), items);
    }

    private static void put(Map<String, Docs> items, String name, Optional<Docs> docs) {
        docs.ifPresent(text -> items.put(name, text));
    }

    static Function document(Function function, ItemMetadata metadata) {
        return new Function(
                function.name(),
                function.kind(),
                function.params(),
                function.result(),
                metadata.docs(),
                metadata.stability(),
                function.externalId(),
                function.span());
    }

    static TypeDef document(TypeDef type, ItemMetadata metadata) {
        Map<String, Docs> items = metadata.items();
        TypeDefKind kind = type.kind();
        if (kind instanceof TypeDefKind.Record shape) {
            kind = new TypeDefKind.Record(shape.fields().stream()
                    .map(field -> new Field(field.name(), field.type(), find(items, field.name()), field.span()))
                    .toList());
        } else if (kind instanceof TypeDefKind.Variant shape) {
            kind = new TypeDefKind.Variant(shape.cases().stream()
                    .map(choice -> new Case(choice.name(), choice.type(), find(items, choice.name()), choice.span()))
                    .toList());
        } else if (kind instanceof TypeDefKind.Enum shape) {
            kind = new TypeDefKind.Enum(shape.cases().stream()
                    .map(choice -> new EnumCase(choice.name(), find(items, choice.name()), choice.span()))
                    .toList());
        } else if (kind instanceof TypeDefKind.Flags shape) {
            kind = new TypeDefKind.Flags(shape.flags().stream()
                    .map(flag -> new Flag(flag.name(), find(items, flag.name()), flag.span()))
                    .toList());
        }
        return new TypeDef(
                type.name(), kind, type.owner(), metadata.docs(), metadata.stability(), type.externalId(), type.span());
    }

    private static Optional<Docs> find(Map<String, Docs> items, String name) {
        return Optional.ofNullable(items.get(name));
    }
}
