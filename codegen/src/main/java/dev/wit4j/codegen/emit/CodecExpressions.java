package dev.wit4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import dev.wit4j.codegen.model.ConstantName;
import dev.wit4j.codegen.model.TupleModel;
import dev.wit4j.codegen.model.UnitModel;
import dev.wit4j.codegen.model.UnitModel.Shape;
import dev.wit4j.codegen.model.ValueType;
import dev.wit4j.codegen.name.JavaName;
import dev.wit4j.parser.model.PrimitiveType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The expression for the codec of a type, within the code of a unit. */
final class CodecExpressions implements ValueType.Visitor<CodeBlock> {
    private final Map<ValueType, ConstantName> shapes;
    private final Optional<JavaName> inside;

    private CodecExpressions(Map<ValueType, ConstantName> shapes, Optional<JavaName> inside) {
        this.shapes = shapes;
        this.inside = inside;
    }

    /** The expressions for code in any class of {@code unit}. */
    static CodecExpressions of(UnitModel unit) {
        Map<ValueType, ConstantName> shapes = new HashMap<>();
        for (UnitModel.Constant constant : unit.constants()) {
            if (constant instanceof Shape shape) {
                shapes.put(shape.type(), shape.constant());
            }
        }
        return new CodecExpressions(shapes, Optional.empty());
    }

    /** The same for code in the class {@code name} and those nested in it: its own constants need no class in front. */
    CodecExpressions inside(JavaName name) {
        return new CodecExpressions(shapes, Optional.of(name));
    }

    /** The constant that is the codec of {@code type}. */
    CodeBlock of(ValueType type) {
        ConstantName shape = shapes.get(type);
        return shape == null ? type.accept(this) : constant(shape);
    }

    /** The codec of what may be absent. */
    CodeBlock of(Optional<ValueType> type) {
        return type.map(this::of).orElseGet(() -> CodeBlock.of("$T.NONE", Core.CODECS));
    }

    /** What the constant of a shape is made of. */
    CodeBlock definition(ValueType shape) {
        return shape.accept(this);
    }

    static boolean isByteStream(ValueType.StreamOf type) {
        return type.element().equals(Optional.of(new ValueType.Primitive(PrimitiveType.U8)));
    }

    CodeBlock constant(ConstantName constant) {
        boolean isNear =
                inside.equals(Optional.of(constant.owner())) && !constant.name().equals(CodecClass.TYPE);
        return isNear ? CodeBlock.of("$N", constant.name()) : qualified(constant);
    }

    /** A constant with the class that declares it. */
    static CodeBlock qualified(ConstantName constant) {
        return CodeBlock.of("$T.$N", Core.owner(constant), constant.name());
    }

    private static CodeBlock call(String combinator, CodeBlock... arguments) {
        return CodeBlock.of("$T.$L($L)", Core.CODECS, combinator, CodeBlock.join(List.of(arguments), ", "));
    }

    @Override
    public CodeBlock visitPrimitive(ValueType.Primitive type) {
        return CodeBlock.of("$T.$L", Core.CODECS, type.type().name());
    }

    @Override
    public CodeBlock visitBytes(ValueType.BytesOf type) {
        return type.length().isPresent()
                ? call("fixedBytes", CodeBlock.of("$L", (int) type.length().getAsLong()))
                : CodeBlock.of("$T.BYTES", Core.CODECS);
    }

    @Override
    public CodeBlock visitList(ValueType.ListOf type) {
        return type.length().isPresent()
                ? call("fixedList", of(type.element()), CodeBlock.of("$L", (int)
                        type.length().getAsLong()))
                : call("list", of(type.element()));
    }

    @Override
    public CodeBlock visitMap(ValueType.MapOf type) {
        return call("map", of(type.key()), of(type.value()));
    }

    @Override
    public CodeBlock visitOption(ValueType.OptionOf type) {
        return call("option", of(type.value()));
    }

    @Override
    public CodeBlock visitResult(ValueType.ResultOf type) {
        return call("result", of(type.ok()), of(type.err()));
    }

    @Override
    public CodeBlock visitTuple(ValueType.TupleOf type) {
        if (type.members().isEmpty()) {
            return CodeBlock.of("$T.NONE", Core.CODECS);
        }
        List<CodeBlock> members = type.members().stream().map(this::of).toList();
        return type.ownClass()
                .map(tuple -> largeTuple(tuple, type.members(), members))
                .orElseGet(() -> CodeBlock.of("$T.of($L)", Core.TUPLE_CODECS, CodeBlock.join(members, ", ")));
    }

    /**
     * The codec of a tuple that the runtime does not know how to take apart and put together. It names the types of the members
     * where javac could infer them, because it would do so all at once.
     */
    private static CodeBlock largeTuple(TupleModel tuple, List<ValueType> types, List<CodeBlock> codecs) {
        List<CodeBlock> apart =
                tuple.members().stream().map(m -> CodeBlock.of("t.$N()", m)).toList();
        List<CodeBlock> together = IntStream.range(0, types.size())
                .mapToObj(i -> CodeBlock.of("m.<$T>get($L)", TypeNames.boxed(types.get(i)), i))
                .toList();
        return CodeBlock.of(
                "new $T<>(\n$>$>$L,\nt -> $T.of($L),\nm -> new $T<>($L)$<$<)",
                Core.TUPLE_CODEC,
                Lists.of(codecs),
                List.class,
                CodeBlock.join(apart, ",$W"),
                Core.className(tuple.name()),
                CodeBlock.join(together, ",$W"));
    }

    @Override
    public CodeBlock visitStream(ValueType.StreamOf type) {
        return isByteStream(type) ? call("byteStream") : call("stream", of(type.element()));
    }

    @Override
    public CodeBlock visitFuture(ValueType.FutureOf type) {
        return call("future", of(type.value()));
    }

    @Override
    public CodeBlock visitDefined(ValueType.Defined type) {
        return constant(type.codec());
    }

    @Override
    public CodeBlock visitFlags(ValueType.FlagsOf type) {
        return constant(type.codec());
    }

    @Override
    public CodeBlock visitHandle(ValueType.HandleOf type) {
        return CodeBlock.of("$L.$L()", constant(type.type()), type.own() ? "own" : "borrow");
    }
}
