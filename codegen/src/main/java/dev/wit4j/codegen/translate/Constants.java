package dev.wit4j.codegen.translate;

import dev.wit4j.codegen.model.ConstantName;
import dev.wit4j.codegen.model.ExceptionModel;
import dev.wit4j.codegen.model.FunctionModel;
import dev.wit4j.codegen.model.TypeModel;
import dev.wit4j.codegen.model.UnitModel;
import dev.wit4j.codegen.model.UnitModel.Constant;
import dev.wit4j.codegen.model.ValueType;
import dev.wit4j.codegen.name.JavaName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the constants of a unit's codecs, each behind those that it is made of, as Java wants it. Types without a name get
 * one that says what they are, {@code LIST_OF_STRING}; equal ones share a constant.
 */
final class Constants {
    private static final int LONGEST_NAME = 60;

    private final JavaName codecs;
    private final Set<String> taken = new HashSet<>();
    private final Map<ConstantName, TypeModel> types = new LinkedHashMap<>();
    private final Set<ValueType> seen = new HashSet<>();
    private final Map<ConstantName, Constant> constants = new LinkedHashMap<>();

    private Constants(JavaName codecs, List<TypeModel> types) {
        this.codecs = codecs;
        for (TypeModel type : types) {
            this.types.put(type.constant(), type);
            taken.add(type.constant().name());
        }
    }

    static List<Constant> of(
            JavaName codecs,
            List<TypeModel> types,
            List<ExceptionModel> exceptions,
            Collection<FunctionModel> functions) {
        var constants = new Constants(codecs, types);
        types.forEach(constants::add);
        exceptions.forEach(exception -> constants.add(exception.error()));
        for (FunctionModel function : functions) {
            function.parameters().forEach(parameter -> constants.add(parameter.type()));
            function.result().ifPresent(constants::add);
            function.failure().flatMap(FunctionModel.Failure::error).ifPresent(constants::add);
        }
        return List.copyOf(constants.constants.values());
    }

    private void add(TypeModel type) {
        if (!constants.containsKey(type.constant())) {
            type.parts().forEach(this::add);
            constants.put(type.constant(), new UnitModel.Definition(type));
        }
    }

    private void add(ValueType type) {
        if (!seen.add(type)) {
            return;
        }
        type.parts().forEach(this::add);
        if (isShape(type)) {
            var constant = new ConstantName(codecs, claim(type.accept(new ShapeNames())));
            constants.put(constant, new UnitModel.Shape(type, constant));
        } else {
            definition(type).map(types::get).ifPresent(this::add);
        }
    }

    /** Whether a type is put together where it is used, so that no constant of the runtime or of a definition is its codec. */
    private static boolean isShape(ValueType type) {
        boolean isConstant = type instanceof ValueType.Primitive
                || definition(type).isPresent()
                || type instanceof ValueType.BytesOf bytes && bytes.length().isEmpty()
                || type instanceof ValueType.TupleOf tuple && tuple.members().isEmpty();
        return !isConstant;
    }

    /** The constant that a type with a class of its own has in the unit that defines it. */
    private static Optional<ConstantName> definition(ValueType type) {
        if (type instanceof ValueType.Defined defined) {
            return Optional.of(defined.codec());
        }
        if (type instanceof ValueType.FlagsOf flags) {
            return Optional.of(flags.codec());
        }
        return type instanceof ValueType.HandleOf handle ? Optional.of(handle.type()) : Optional.empty();
    }

    private String claim(String wanted) {
        String base = wanted.length() > LONGEST_NAME ? wanted.substring(0, LONGEST_NAME) + "_ETC" : wanted;
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** What a type is, in words. */
    private static final class ShapeNames implements ValueType.Visitor<String> {
        private String absent(Optional<ValueType> type) {
            return type.map(t -> t.accept(this)).orElse("NOTHING");
        }

        @Override
        public String visitPrimitive(ValueType.Primitive type) {
            return type.type().name();
        }

        @Override
        public String visitBytes(ValueType.BytesOf type) {
            return "BYTES" + (type.length().isPresent() ? "_" + type.length().getAsLong() : "");
        }

        @Override
        public String visitList(ValueType.ListOf type) {
            return (type.length().isPresent() ? "LIST_" + type.length().getAsLong() : "LIST") + "_OF_"
                    + type.element().accept(this);
        }

        @Override
        public String visitMap(ValueType.MapOf type) {
            return "MAP_OF_" + type.key().accept(this) + "_TO_" + type.value().accept(this);
        }

        @Override
        public String visitOption(ValueType.OptionOf type) {
            return "OPTION_OF_" + type.value().accept(this);
        }

        @Override
        public String visitResult(ValueType.ResultOf type) {
            return "RESULT_OF_" + absent(type.ok()) + "_OR_" + absent(type.err());
        }

        @Override
        public String visitTuple(ValueType.TupleOf type) {
            var names = new ArrayList<String>();
            type.members().forEach(member -> names.add(member.accept(this)));
            return "TUPLE_OF_" + String.join("_AND_", names);
        }

        @Override
        public String visitStream(ValueType.StreamOf type) {
            return "STREAM_OF_" + absent(type.element());
        }

        @Override
        public String visitFuture(ValueType.FutureOf type) {
            return "FUTURE_OF_" + absent(type.value());
        }

        @Override
        public String visitDefined(ValueType.Defined type) {
            return type.codec().name();
        }

        @Override
        public String visitFlags(ValueType.FlagsOf type) {
            return type.codec().name();
        }

        @Override
        public String visitHandle(ValueType.HandleOf type) {
            return (type.own() ? "" : "BORROWED_") + type.type().name();
        }
    }
}
