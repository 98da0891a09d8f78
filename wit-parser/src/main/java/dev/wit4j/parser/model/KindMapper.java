package dev.wit4j.parser.model;

import java.util.Optional;

/** Builds the same kind of type out of other parts: what a transformation of a model does to each of its types. */
public abstract class KindMapper implements TypeDefKind.Visitor<TypeDefKind> {
    /** What takes the place of a part. */
    protected abstract Type part(Type type);

    /** What takes the place of the resource of a handle. */
    protected abstract TypeId resource(TypeId resource);

    /** What takes the place of the type that an alias stands for. */
    protected abstract Type aliased(Type type);

    /** What takes the place of the type of a field. */
    protected Type field(Field field) {
        return part(field.type());
    }

    @Override
    public TypeDefKind visitRecord(TypeDefKind.Record kind) {
        return new TypeDefKind.Record(kind.fields().stream()
                .map(field -> new Field(field.name(), field(field), field.docs(), field.span()))
                .toList());
    }

    @Override
    public TypeDefKind visitResource(TypeDefKind.Resource kind) {
        return kind;
    }

    @Override
    public TypeDefKind visitOwn(TypeDefKind.Own kind) {
        return new TypeDefKind.Own(resource(kind.resource()));
    }

    @Override
    public TypeDefKind visitBorrow(TypeDefKind.Borrow kind) {
        return new TypeDefKind.Borrow(resource(kind.resource()));
    }

    @Override
    public TypeDefKind visitFlags(TypeDefKind.Flags kind) {
        return kind;
    }

    @Override
    public TypeDefKind visitTuple(TypeDefKind.Tuple kind) {
        return new TypeDefKind.Tuple(kind.types().stream().map(this::part).toList());
    }

    @Override
    public TypeDefKind visitVariant(TypeDefKind.Variant kind) {
        return new TypeDefKind.Variant(kind.cases().stream()
                .map(oneOf -> new Case(oneOf.name(), optional(oneOf.type()), oneOf.docs(), oneOf.span()))
                .toList());
    }

    @Override
    public TypeDefKind visitEnum(TypeDefKind.Enum kind) {
        return kind;
    }

    @Override
    public TypeDefKind visitOption(TypeDefKind.Option kind) {
        return new TypeDefKind.Option(part(kind.type()));
    }

    @Override
    public TypeDefKind visitResult(TypeDefKind.Result kind) {
        Optional<Type> ok = optional(kind.ok());
        return new TypeDefKind.Result(ok, optional(kind.err()));
    }

    @Override
    public TypeDefKind visitList(TypeDefKind.List kind) {
        return new TypeDefKind.List(part(kind.element()));
    }

    @Override
    public TypeDefKind visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
        return new TypeDefKind.FixedLengthList(part(kind.element()), kind.size());
    }

    @Override
    public TypeDefKind visitMap(TypeDefKind.Map kind) {
        Type key = part(kind.key());
        return new TypeDefKind.Map(key, part(kind.value()));
    }

    @Override
    public TypeDefKind visitFuture(TypeDefKind.Future kind) {
        return new TypeDefKind.Future(optional(kind.payload()));
    }

    @Override
    public TypeDefKind visitStream(TypeDefKind.Stream kind) {
        return new TypeDefKind.Stream(optional(kind.payload()));
    }

    @Override
    public TypeDefKind visitAlias(TypeDefKind.Alias kind) {
        return new TypeDefKind.Alias(aliased(kind.type()));
    }

    private Optional<Type> optional(Optional<Type> type) {
        return type.map(this::part);
    }
}
