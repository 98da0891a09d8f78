package dev.wit4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import dev.wit4j.codegen.model.ValueType;
import dev.wit4j.parser.model.PrimitiveType;
import java.util.Map;
import java.util.Optional;

/** How a value is checked before anything else is done with it: range, {@code null}, an immutable copy. */
final class CheckExpressions {
    private static final Map<PrimitiveType, String> CHECKED = Map.of(
            PrimitiveType.U8, "u8",
            PrimitiveType.U16, "u16",
            PrimitiveType.U32, "u32",
            PrimitiveType.CHAR, "character",
            PrimitiveType.STRING, "string",
            PrimitiveType.ERROR_CONTEXT, "value");

    private final CodecExpressions codecs;

    CheckExpressions(CodecExpressions codecs) {
        this.codecs = codecs;
    }

    /** The checked value of {@code variable}; just the variable if every value of its Java type is one of the WIT type. */
    CodeBlock checked(ValueType type, String variable) {
        return check(type, variable).orElseGet(() -> CodeBlock.of("$N", variable));
    }

    /** The check of {@code variable}, as a statement; empty if none is needed. */
    Optional<CodeBlock> statement(ValueType type, String variable) {
        return check(type, variable).map(check -> mayCopy(type) ? CodeBlock.of("$N = $L", variable, check) : check);
    }

    /** Whether what comes out of the check may be another object than what went in. */
    private static boolean mayCopy(ValueType type) {
        return !(type instanceof ValueType.Primitive
                || type instanceof ValueType.Defined
                || type instanceof ValueType.BytesOf
                || type instanceof ValueType.HandleOf);
    }

    private Optional<CodeBlock> check(ValueType type, String variable) {
        if (type instanceof ValueType.Primitive primitive) {
            return Optional.ofNullable(CHECKED.get(primitive.type()))
                    .map(method -> CodeBlock.of("$T.$L($N, $S)", Core.CHECKS, method, variable, variable));
        }
        if (type instanceof ValueType.FlagsOf flags) {
            return Optional.of(CodeBlock.of(
                    "$T.flags($T.class, $N, $S)", Core.CHECKS, Core.className(flags.flag()), variable, variable));
        }
        boolean isItsOwnGuarantee = type instanceof ValueType.Defined
                || type instanceof ValueType.HandleOf
                || type instanceof ValueType.BytesOf bytes && bytes.length().isEmpty();
        return Optional.of(
                isItsOwnGuarantee
                        ? CodeBlock.of("$T.value($N, $S)", Core.CHECKS, variable, variable)
                        : CodeBlock.of("$T.value($L, $N, $S)", Core.CHECKS, codecs.of(type), variable, variable));
    }
}
