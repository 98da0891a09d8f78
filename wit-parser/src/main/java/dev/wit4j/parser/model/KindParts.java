package dev.wit4j.parser.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The types that a type is directly made of: fields, payloads, elements, the resource of a handle, the target of an alias. */
public final class KindParts implements TypeDefKind.Visitor<Stream<Type>> {
    private static final KindParts INSTANCE = new KindParts();

    private KindParts() {}

    /** The parts of {@code kind}, in the order of the text. */
    public static List<Type> of(TypeDefKind kind) {
        return kind.accept(INSTANCE).toList();
    }

    @Override
    public Stream<Type> visitRecord(TypeDefKind.Record kind) {
        return kind.fields().stream().map(Field::type);
    }

    @Override
    public Stream<Type> visitResource(TypeDefKind.Resource kind) {
        return Stream.empty();
    }

    @Override
    public Stream<Type> visitOwn(TypeDefKind.Own kind) {
        return Stream.of(kind.resource());
    }

    @Override
    public Stream<Type> visitBorrow(TypeDefKind.Borrow kind) {
        return Stream.of(kind.resource());
    }

    @Override
    public Stream<Type> visitFlags(TypeDefKind.Flags kind) {
        return Stream.empty();
    }

    @Override
    public Stream<Type> visitTuple(TypeDefKind.Tuple kind) {
        return kind.types().stream();
    }

    @Override
    public Stream<Type> visitVariant(TypeDefKind.Variant kind) {
        return kind.cases().stream().map(Case::type).flatMap(Optional::stream);
    }

    @Override
    public Stream<Type> visitEnum(TypeDefKind.Enum kind) {
        return Stream.empty();
    }

    @Override
    public Stream<Type> visitOption(TypeDefKind.Option kind) {
        return Stream.of(kind.type());
    }

    @Override
    public Stream<Type> visitResult(TypeDefKind.Result kind) {
        return Stream.concat(kind.ok().stream(), kind.err().stream());
    }

    @Override
    public Stream<Type> visitList(TypeDefKind.List kind) {
        return Stream.of(kind.element());
    }

    @Override
    public Stream<Type> visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
        return Stream.of(kind.element());
    }

    @Override
    public Stream<Type> visitMap(TypeDefKind.Map kind) {
        return Stream.of(kind.key(), kind.value());
    }

    @Override
    public Stream<Type> visitFuture(TypeDefKind.Future kind) {
        return kind.payload().stream();
    }

    @Override
    public Stream<Type> visitStream(TypeDefKind.Stream kind) {
        return kind.payload().stream();
    }

    @Override
    public Stream<Type> visitAlias(TypeDefKind.Alias kind) {
        return Stream.of(kind.type());
    }
}
