package dev.wit4j.codegen.translate;

import dev.wit4j.codegen.model.ConstantName;
import dev.wit4j.codegen.model.TypeModel;
import dev.wit4j.codegen.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The types that stand directly inside another. */
final class Parts implements ValueType.Visitor<List<ValueType>> {
    private static final Parts INSTANCE = new Parts();

    private Parts() {}

    static List<ValueType> of(ValueType type) {
        return type.accept(INSTANCE);
    }

    static List<ValueType> of(TypeModel type) {
        var parts = new ArrayList<ValueType>();
        if (type instanceof TypeModel.RecordModel record) {
            record.components().forEach(component -> parts.add(component.type()));
        } else if (type instanceof TypeModel.VariantModel variant) {
            variant.cases().forEach(one -> one.payload().ifPresent(parts::add));
        }
        return parts;
    }

    /** Whether a type is put together where it is used, so that no constant of the runtime or of a definition is its codec. */
    static boolean isShape(ValueType type) {
        boolean isConstant = type instanceof ValueType.Primitive
                || type instanceof ValueType.Defined
                || type instanceof ValueType.FlagsOf
                || type instanceof ValueType.HandleOf
                || type instanceof ValueType.BytesOf bytes && bytes.length().isEmpty()
                || type instanceof ValueType.TupleOf tuple && tuple.members().isEmpty();
        return !isConstant;
    }

    /** The constant that a type with a class of its own has in the unit that defines it. */
    static Optional<ConstantName> constant(ValueType type) {
        if (type instanceof ValueType.Defined defined) {
            return Optional.of(defined.codec());
        }
        if (type instanceof ValueType.FlagsOf flags) {
            return Optional.of(flags.codec());
        }
        return type instanceof ValueType.HandleOf handle ? Optional.of(handle.type()) : Optional.empty();
    }

    private static List<ValueType> present(Optional<ValueType> type) {
        return type.stream().toList();
    }

    @Override
    public List<ValueType> visitPrimitive(ValueType.Primitive type) {
        return List.of();
    }

    @Override
    public List<ValueType> visitBytes(ValueType.BytesOf type) {
        return List.of();
    }

    @Override
    public List<ValueType> visitList(ValueType.ListOf type) {
        return List.of(type.element());
    }

    @Override
    public List<ValueType> visitMap(ValueType.MapOf type) {
        return List.of(type.key(), type.value());
    }

    @Override
    public List<ValueType> visitOption(ValueType.OptionOf type) {
        return List.of(type.value());
    }

    @Override
    public List<ValueType> visitResult(ValueType.ResultOf type) {
        var parts = new ArrayList<>(present(type.ok()));
        parts.addAll(present(type.err()));
        return parts;
    }

    @Override
    public List<ValueType> visitTuple(ValueType.TupleOf type) {
        return type.members();
    }

    @Override
    public List<ValueType> visitStream(ValueType.StreamOf type) {
        return present(type.element());
    }

    @Override
    public List<ValueType> visitFuture(ValueType.FutureOf type) {
        return present(type.value());
    }

    @Override
    public List<ValueType> visitDefined(ValueType.Defined type) {
        return List.of();
    }

    @Override
    public List<ValueType> visitFlags(ValueType.FlagsOf type) {
        return List.of();
    }

    @Override
    public List<ValueType> visitHandle(ValueType.HandleOf type) {
        return List.of();
    }
}
