package dev.wit4j.codegen.translate;

import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.codegen.model.ConstantName;
import dev.wit4j.codegen.model.TupleModel;
import dev.wit4j.codegen.model.ValueType;
import dev.wit4j.codegen.name.JavaName;
import dev.wit4j.codegen.name.Names;
import dev.wit4j.codegen.name.Names.TupleNames;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** From a use of a WIT type to the type of the value in Java. */
final class TypeTranslation {
    /** A type in the unit that it is written in: where it is defined, or where it is used if it has no name. */
    private record Use(TypeId id, UnitKey unit) {}

    private final Resolve resolve;
    private final Names names;
    private final Map<TypeId, Unit> units = new HashMap<>();
    private final Map<Use, ValueType> translated = new HashMap<>();

    TypeTranslation(Resolve resolve, List<Unit> units, Names names) {
        this.resolve = resolve;
        this.names = names;
        units.forEach(unit -> unit.types().forEach(type -> this.units.put(type, unit)));
    }

    /** The type of a value that is {@code type} in {@code unit}. */
    ValueType translate(Type type, UnitKey unit) {
        if (type instanceof PrimitiveType primitive) {
            return new ValueType.Primitive(primitive);
        }
        var id = (TypeId) type;
        Unit definer = units.get(id);
        var use = new Use(id, definer == null ? unit : definer.key());
        ValueType known = translated.get(use);
        if (known == null) {
            known = resolve.type(id).kind().accept(new Translator(use));
            translated.put(use, known);
        }
        return known;
    }

    Optional<ValueType> translate(Optional<Type> type, UnitKey unit) {
        return type.map(t -> translate(t, unit));
    }

    static TupleModel tuple(TupleNames names) {
        return new TupleModel(names.type(), names.members());
    }

    /** The constant of a type with a class of its own, in the codecs of the unit that defines it. */
    ConstantName constant(TypeId id) {
        Unit unit = Objects.requireNonNull(units.get(id), () -> "type outside of all units: " + resolve.type(id));
        return new ConstantName(names.unit(unit.key()).codecs(), names.type(id).constant());
    }

    private boolean isDeprecated(TypeId id) {
        return DocumentationTranslation.deprecated(resolve.type(id).stability()).isPresent();
    }

    private ValueType.HandleOf handle(TypeId use, boolean own) {
        TypeId resource = use;
        while (resolve.type(resource).kind() instanceof TypeDefKind.Alias alias) {
            resource = (TypeId) alias.type();
        }
        return new ValueType.HandleOf(names.type(resource).type(), constant(resource), own, isDeprecated(resource));
    }

    /** Translates the definition of a type. */
    private final class Translator implements TypeDefKind.Visitor<ValueType> {
        private final TypeId id;
        private final UnitKey unit;

        Translator(Use use) {
            this.id = use.id();
            this.unit = use.unit();
        }

        private ValueType part(Type type) {
            return translate(type, unit);
        }

        private Optional<ValueType> part(Optional<Type> type) {
            return translate(type, unit);
        }

        private ValueType defined(boolean holdsHandles) {
            JavaName name = names.type(id).type();
            return new ValueType.Defined(name, constant(id), holdsHandles, isDeprecated(id));
        }

        private boolean holdsHandles(Type type) {
            return part(type).holdsHandles();
        }

        @Override
        public ValueType visitRecord(TypeDefKind.Record kind) {
            return defined(kind.fields().stream().anyMatch(field -> holdsHandles(field.type())));
        }

        @Override
        public ValueType visitVariant(TypeDefKind.Variant kind) {
            return defined(kind.cases().stream()
                    .anyMatch(one -> one.type().filter(this::holdsHandles).isPresent()));
        }

        @Override
        public ValueType visitEnum(TypeDefKind.Enum kind) {
            return defined(false);
        }

        @Override
        public ValueType visitFlags(TypeDefKind.Flags kind) {
            return new ValueType.FlagsOf(names.type(id).type(), constant(id), isDeprecated(id));
        }

        @Override
        public ValueType visitResource(TypeDefKind.Resource kind) {
            return handle(id, true);
        }

        @Override
        public ValueType visitOwn(TypeDefKind.Own kind) {
            return handle(kind.resource(), true);
        }

        @Override
        public ValueType visitBorrow(TypeDefKind.Borrow kind) {
            return handle(kind.resource(), false);
        }

        @Override
        public ValueType visitTuple(TypeDefKind.Tuple kind) {
            return new ValueType.TupleOf(
                    kind.types().stream().map(this::part).toList(),
                    names.tuple(unit, kind.types().size()).map(TypeTranslation::tuple));
        }

        @Override
        public ValueType visitOption(TypeDefKind.Option kind) {
            return new ValueType.OptionOf(part(kind.type()));
        }

        @Override
        public ValueType visitResult(TypeDefKind.Result kind) {
            return new ValueType.ResultOf(part(kind.ok()), part(kind.err()));
        }

        @Override
        public ValueType visitList(TypeDefKind.List kind) {
            return list(kind.element(), OptionalLong.empty());
        }

        @Override
        public ValueType visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
            return list(kind.element(), OptionalLong.of(Integer.toUnsignedLong(kind.size())));
        }

        private ValueType list(Type element, OptionalLong length) {
            ValueType of = part(element);
            return of.equals(new ValueType.Primitive(PrimitiveType.U8))
                    ? new ValueType.BytesOf(length)
                    : new ValueType.ListOf(of, length);
        }

        @Override
        public ValueType visitMap(TypeDefKind.Map kind) {
            return new ValueType.MapOf(part(kind.key()), part(kind.value()));
        }

        @Override
        public ValueType visitFuture(TypeDefKind.Future kind) {
            return new ValueType.FutureOf(part(kind.payload()));
        }

        @Override
        public ValueType visitStream(TypeDefKind.Stream kind) {
            return new ValueType.StreamOf(part(kind.payload()));
        }

        @Override
        public ValueType visitAlias(TypeDefKind.Alias kind) {
            return part(kind.type());
        }
    }
}
