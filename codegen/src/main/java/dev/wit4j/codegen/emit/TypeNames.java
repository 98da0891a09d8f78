package dev.wit4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.wit4j.codegen.model.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Java type of a value, as it stands in signatures. */
final class TypeNames implements ValueType.Visitor<TypeName> {
    /** Which annotations a type carries where it stands. */
    private enum Use {
        PLAIN,
        RESULT,
        PARAMETER
    }

    private static final TypeNames PLAIN = new TypeNames(Use.PLAIN);
    private static final TypeNames RESULT = new TypeNames(Use.RESULT);
    private static final TypeNames PARAMETER = new TypeNames(Use.PARAMETER);

    private final Use use;

    private TypeNames(Use use) {
        this.use = use;
    }

    /** Of a result, a field, a payload: handles in it are own. */
    static TypeName of(ValueType type) {
        return type.accept(RESULT);
    }

    /** Of a parameter: own handles in it are marked, as the call takes them. */
    static TypeName ofParameter(ValueType type) {
        return type.accept(PARAMETER);
    }

    /** Without annotations, as in a cast or a type argument within code. */
    static TypeName plain(ValueType type) {
        return type.accept(PLAIN);
    }

    /** The same as a type argument. */
    static TypeName boxed(ValueType type) {
        return box(plain(type));
    }

    private static TypeName box(TypeName type) {
        return type.isPrimitive() ? type.withoutAnnotations().box().annotated(type.annotations()) : type;
    }

    private TypeName argument(ValueType type) {
        return box(type.accept(this));
    }

    private TypeName argument(Optional<ValueType> type) {
        return type.map(this::argument).orElse(Core.UNIT);
    }

    @Override
    public TypeName visitPrimitive(ValueType.Primitive type) {
        switch (type.type()) {
            case BOOL:
                return TypeName.BOOLEAN;
            case S8:
                return TypeName.BYTE;
            case S16:
                return TypeName.SHORT;
            case U8, U16, S32, CHAR:
                return TypeName.INT;
            case U32, S64:
                return TypeName.LONG;
            case U64:
                return use == Use.PLAIN ? TypeName.LONG : annotated(TypeName.LONG, Core.UNSIGNED);
            case F32:
                return TypeName.FLOAT;
            case F64:
                return TypeName.DOUBLE;
            case STRING:
                return ClassName.get(String.class);
            case ERROR_CONTEXT:
                return Core.ERROR_CONTEXT;
        }
        throw new AssertionError(type);
    }

    @Override
    public TypeName visitBytes(ValueType.BytesOf type) {
        return Core.BYTES;
    }

    @Override
    public TypeName visitList(ValueType.ListOf type) {
        return ParameterizedTypeName.get(ClassName.get(List.class), argument(type.element()));
    }

    @Override
    public TypeName visitMap(ValueType.MapOf type) {
        return ParameterizedTypeName.get(ClassName.get(Map.class), argument(type.key()), argument(type.value()));
    }

    @Override
    public TypeName visitOption(ValueType.OptionOf type) {
        return ParameterizedTypeName.get(ClassName.get(Optional.class), argument(type.value()));
    }

    @Override
    public TypeName visitResult(ValueType.ResultOf type) {
        return ParameterizedTypeName.get(Core.RESULT, argument(type.ok()), argument(type.err()));
    }

    @Override
    public TypeName visitTuple(ValueType.TupleOf type) {
        if (type.members().isEmpty()) {
            return Core.UNIT;
        }
        return ParameterizedTypeName.get(
                type.ownClass()
                        .map(tuple -> Core.className(tuple.name()))
                        .orElseGet(() -> Core.tuple(type.members().size())),
                type.members().stream().map(this::argument).toArray(TypeName[]::new));
    }

    @Override
    public TypeName visitStream(ValueType.StreamOf type) {
        return CodecExpressions.isByteStream(type)
                ? Core.BYTE_STREAM_READER
                : ParameterizedTypeName.get(Core.STREAM_READER, argument(type.element()));
    }

    @Override
    public TypeName visitFuture(ValueType.FutureOf type) {
        return ParameterizedTypeName.get(Core.FUTURE_READER, argument(type.value()));
    }

    @Override
    public TypeName visitDefined(ValueType.Defined type) {
        return Core.className(type.name());
    }

    @Override
    public TypeName visitFlags(ValueType.FlagsOf type) {
        return ParameterizedTypeName.get(ClassName.get(Set.class), Core.className(type.flag()));
    }

    @Override
    public TypeName visitHandle(ValueType.HandleOf type) {
        ClassName name = Core.className(type.resource());
        return type.own() && use == Use.PARAMETER ? annotated(name, Core.OWNED) : name;
    }

    private static TypeName annotated(TypeName type, ClassName annotation) {
        return type.annotated(AnnotationSpec.builder(annotation).build());
    }
}
