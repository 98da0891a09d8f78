package dev.wit4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import dev.wit4j.codegen.model.ValueType;
import java.util.Optional;

/** How the code of a codec writes and reads a part: straight events for what is one event, else the codec of the part. */
final class EventCode {
    private final CodecExpressions codecs;

    EventCode(CodecExpressions codecs) {
        this.codecs = codecs;
    }

    /** The statement that writes {@code value}. */
    CodeBlock write(ValueType type, CodeBlock value) {
        return event(type)
                .map(event -> CodeBlock.of("out.$L($L)", event, value))
                .orElseGet(() -> CodeBlock.of("$L.write(out, $L)", codecs.of(type), value));
    }

    /** The expression that reads a value. */
    CodeBlock read(ValueType type) {
        return event(type)
                .map(event -> CodeBlock.of("in.$L()", event))
                .orElseGet(() -> CodeBlock.of("$L.read(in)", codecs.of(type)));
    }

    /** The expression for {@code value} with its handles mapped. */
    CodeBlock map(ValueType type, CodeBlock value) {
        return type.holdsHandles() ? CodeBlock.of("$L.mapHandles($L, mapper)", codecs.of(type), value) : value;
    }

    /** The expression for the structure of a type. */
    CodeBlock typeInfo(ValueType type) {
        if (type instanceof ValueType.Primitive primitive) {
            return CodeBlock.of(
                    "$T.$L",
                    Core.TYPE_INFO.nestedClass("Primitive"),
                    primitive.type().name());
        }
        return CodeBlock.of("$L.type()", codecs.of(type));
    }

    private static Optional<String> event(ValueType type) {
        if (type instanceof ValueType.BytesOf bytes) {
            return bytes.length().isPresent() ? Optional.empty() : Optional.of("bytes");
        }
        if (type instanceof ValueType.Primitive primitive) {
            return switch (primitive.type()) {
                case ERROR_CONTEXT -> Optional.empty();
                case CHAR -> Optional.of("character");
                default -> Optional.of(primitive.type().wit());
            };
        }
        return Optional.empty();
    }
}
