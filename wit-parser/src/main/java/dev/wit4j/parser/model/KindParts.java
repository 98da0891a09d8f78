package dev.wit4j.parser.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The types that a type is directly made of: fields, payloads, elements, the resource of a handle, the target of an alias. */
public final class KindParts implements TypeDefKind.Visitor<List<Type>> {
    private static final KindParts INSTANCE = new KindParts();

    private KindParts() {}

    /** The parts of {@code kind}, in the order of the text. */
    public static List<Type> of(TypeDefKind kind) {
        return kind.accept(INSTANCE);
    }

    @Override
    public List<Type> visitRecord(TypeDefKind.Record kind) {
        List<Type> types = new ArrayList<>();
        for (Field field : kind.fields()) {
            types.add(field.type());
        }
        return types;
    }

    @Override
    public List<Type> visitResource(TypeDefKind.Resource kind) {
        return List.of();
    }

    @Override
    public List<Type> visitOwn(TypeDefKind.Own kind) {
        return List.of(kind.resource());
    }

    @Override
    public List<Type> visitBorrow(TypeDefKind.Borrow kind) {
        return List.of(kind.resource());
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
        List<Type> types = new ArrayList<>();
        for (Case oneOf : kind.cases()) {
            types.addAll(listOf(oneOf.type()));
        }
        return types;
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
        List<Type> types = new ArrayList<>(listOf(kind.ok()));
        types.addAll(listOf(kind.err()));
        return types;
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
        return listOf(kind.payload());
    }

    @Override
    public List<Type> visitStream(TypeDefKind.Stream kind) {
        return listOf(kind.payload());
    }

    @Override
    public List<Type> visitAlias(TypeDefKind.Alias kind) {
        return List.of(kind.type());
    }

    private static List<Type> listOf(Optional<Type> type) {
        return type.isPresent() ? List.of(type.get()) : List.of();
    }
}
