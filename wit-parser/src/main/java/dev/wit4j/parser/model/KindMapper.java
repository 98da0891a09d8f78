package dev.wit4j.parser.model;

import java.util.ArrayList;
import java.util.List;
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
        List<Field> fields = new ArrayList<>();
        for (Field field : kind.fields()) {
            fields.add(new Field(field.name(), field(field), field.docs(), field.span()));
        }
        return new TypeDefKind.Record(fields);
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
        List<Type> types = new ArrayList<>();
        for (Type type : kind.types()) {
            types.add(part(type));
        }
        return new TypeDefKind.Tuple(types);
    }

    @Override
    public TypeDefKind visitVariant(TypeDefKind.Variant kind) {
        List<Case> cases = new ArrayList<>();
        for (Case oneOf : kind.cases()) {
            cases.add(new Case(oneOf.name(), optional(oneOf.type()), oneOf.docs(), oneOf.span()));
        }
        return new TypeDefKind.Variant(cases);
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
        return type.isPresent() ? Optional.of(part(type.get())) : Optional.empty();
    }
}
