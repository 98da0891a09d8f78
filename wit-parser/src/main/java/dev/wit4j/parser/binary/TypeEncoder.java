package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Encodes types into one scope, each once. */
final class TypeEncoder {
    private final Resolve resolve;
    private final Optional<InterfaceId> home;
    private final TypeScope scope;
    private final ToIntFunction<TypeId> foreign;
    private final Map<TypeId, Integer> indices = new HashMap<>();
    private final Map<Signature, Integer> signatures = new HashMap<>();
    private final Definer definer = new Definer();

    /**
     * An encoder for a scope.
     *
     * @param home the interface whose scope it is, if it is one's
     * @param foreign brings a type of another interface into the scope, and returns its index
     */
    TypeEncoder(Resolve resolve, Optional<InterfaceId> home, TypeScope scope, ToIntFunction<TypeId> foreign) {
        this.resolve = resolve;
        this.home = home;
        this.scope = scope;
        this.foreign = foreign;
    }

    private record Signature(boolean async, List<String> names, List<Type> types, Optional<Type> result) {}

    /** Functions of the same signature share a type. */
    int function(Function function) {
        Signature signature = new Signature(
                function.kind().async(),
                function.params().stream().map(Param::name).toList(),
                function.params().stream().map(Param::type).toList(),
                function.result());
        Integer known = signatures.get(signature);
        if (known != null) {
            return known;
        }
        List<TypeDefinition.Labeled> params = function.params().stream()
                .map(param -> new TypeDefinition.Labeled(param.name(), value(param.type())))
                .toList();
        int index = scope.define(new TypeDefinition.Func(
                signature.async(), params, function.result().map(this::value)));
        signatures.put(signature, index);
        return index;
    }

    /** Makes a type of a world one of its imports. */
    void importNamed(TypeId id) {
        value(id, true);
    }

    /** The use of a type, which is encoded first if it is not yet. */
    ValueType value(Type type) {
        return type instanceof PrimitiveType primitive
                ? new ValueType.Primitive(primitive)
                : value((TypeId) type, false);
    }

    private ValueType value(TypeId id, boolean imported) {
        Integer known = indices.get(id);
        if (known != null) {
            return new ValueType.Index(known);
        }
        TypeDef type = resolve.type(id);
        Optional<InterfaceId> owner = InterfaceUses.owner(type);
        if (owner.isPresent() && !owner.equals(home)) {
            return remember(id, foreign.applyAsInt(id));
        }
        if (type.name().isEmpty()) {
            return type.kind() instanceof TypeDefKind.Alias alias
                    ? value(alias.type())
                    : remember(id, define(type.kind()));
        }
        ExternName name = new ExternName(type.name().get(), Optional.empty(), type.externalId());
        ExternType extern = type.kind() instanceof TypeDefKind.Resource
                ? new ExternType.SubResource()
                : new ExternType.TypeEqual(define(type.kind()));
        return remember(id, scope.externType(imported, name, extern));
    }

    private ValueType remember(TypeId id, int index) {
        indices.put(id, index);
        return new ValueType.Index(index);
    }

    /** The index of a type with that shape. */
    private int define(TypeDefKind kind) {
        if (kind instanceof TypeDefKind.Alias alias && alias.type() instanceof TypeId target) {
            return ((ValueType.Index) value(target)).type();
        }
        return scope.define(kind.accept(definer));
    }

    private int resource(TypeId id) {
        return ((ValueType.Index) value(id)).type();
    }

    private final class Definer implements TypeDefKind.Visitor<TypeDefinition> {
        @Override
        public TypeDefinition visitRecord(TypeDefKind.Record kind) {
            return new TypeDefinition.Record(kind.fields().stream()
                    .map(field -> new TypeDefinition.Labeled(field.name(), value(field.type())))
                    .toList());
        }

        @Override
        public TypeDefinition visitResource(TypeDefKind.Resource kind) {
            throw new IllegalArgumentException("a resource has no shape");
        }

        @Override
        public TypeDefinition visitOwn(TypeDefKind.Own kind) {
            return new TypeDefinition.Own(resource(kind.resource()));
        }

        @Override
        public TypeDefinition visitBorrow(TypeDefKind.Borrow kind) {
            return new TypeDefinition.Borrow(resource(kind.resource()));
        }

        @Override
        public TypeDefinition visitFlags(TypeDefKind.Flags kind) {
            return new TypeDefinition.Flags(
                    kind.flags().stream().map(flag -> flag.name()).toList());
        }

        @Override
        public TypeDefinition visitTuple(TypeDefKind.Tuple kind) {
            return new TypeDefinition.Tuple(
                    kind.types().stream().map(TypeEncoder.this::value).toList());
        }

        @Override
        public TypeDefinition visitVariant(TypeDefKind.Variant kind) {
            return new TypeDefinition.Variant(kind.cases().stream()
                    .map(choice -> new TypeDefinition.Choice(choice.name(), value(choice.type())))
                    .toList());
        }

        @Override
        public TypeDefinition visitEnum(TypeDefKind.Enum kind) {
            return new TypeDefinition.Enum(
                    kind.cases().stream().map(choice -> choice.name()).toList());
        }

        @Override
        public TypeDefinition visitOption(TypeDefKind.Option kind) {
            return new TypeDefinition.Option(value(kind.type()));
        }

        @Override
        public TypeDefinition visitResult(TypeDefKind.Result kind) {
            return new TypeDefinition.Result(value(kind.ok()), value(kind.err()));
        }

        @Override
        public TypeDefinition visitList(TypeDefKind.List kind) {
            return new TypeDefinition.List(value(kind.element()));
        }

        @Override
        public TypeDefinition visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
            return new TypeDefinition.FixedLengthList(value(kind.element()), kind.size());
        }

        @Override
        public TypeDefinition visitMap(TypeDefKind.Map kind) {
            return new TypeDefinition.Map(value(kind.key()), value(kind.value()));
        }

        @Override
        public TypeDefinition visitFuture(TypeDefKind.Future kind) {
            return new TypeDefinition.Future(value(kind.payload()));
        }

        @Override
        public TypeDefinition visitStream(TypeDefKind.Stream kind) {
            return new TypeDefinition.Stream(value(kind.payload()));
        }

        @Override
        public TypeDefinition visitAlias(TypeDefKind.Alias kind) {
            return new TypeDefinition.Primitive((PrimitiveType) kind.type());
        }

        private ValueType value(Type type) {
            return TypeEncoder.this.value(type);
        }

        private Optional<ValueType> value(Optional<Type> type) {
            return type.map(TypeEncoder.this::value);
        }
    }
}
