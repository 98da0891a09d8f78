package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The fingerprint of a function's signature: that of a text which gives its parameters, result and error with the structure of
 * every type in them, names of fields and cases included, names of types left out. {@code docs/journal.md} has the grammar.
 */
final class SignatureFingerprint {
    private final StringBuilder text = new StringBuilder();

    private SignatureFingerprint() {}

    /** The first 8 bytes of the SHA-256 of the text. */
    static long of(FunctionType function) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(text(function).getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The text that is fingerprinted. */
    static String text(FunctionType function) {
        SignatureFingerprint fingerprint = new SignatureFingerprint();
        fingerprint.fields("func", function.parameterTypes());
        fingerprint.text.append("->");
        fingerprint.optional(function.result().map(ValueCodec::type));
        function.failure().ifPresent(failure -> {
            fingerprint.text.append('!');
            fingerprint.optional(failure.codec().map(ValueCodec::type));
        });
        return fingerprint.text.toString();
    }

    private void type(TypeInfo type) {
        if (type instanceof TypeInfo.Primitive primitive) {
            text.append(primitive);
        } else if (type instanceof TypeInfo.Record record) {
            fields("record", record.fields());
        } else if (type instanceof TypeInfo.Tuple tuple) {
            each("tuple", tuple.types(), this::type);
        } else if (type instanceof TypeInfo.Variant variant) {
            each("variant", variant.cases(), each -> {
                text.append(each.name());
                each.type().ifPresent(payload -> {
                    text.append(':');
                    type(payload);
                });
            });
        } else if (type instanceof TypeInfo.Enum named) {
            each("enum", named.cases(), text::append);
        } else if (type instanceof TypeInfo.Flags flags) {
            each("flags", flags.flags(), text::append);
        } else if (type instanceof TypeInfo.Option option) {
            each("option", List.of(option.type()), this::type);
        } else if (type instanceof TypeInfo.Result result) {
            each("result", List.of(result.ok(), result.err()), this::optional);
        } else if (type instanceof TypeInfo.ListOf list) {
            each("list", List.of(list.element()), this::type);
        } else if (type instanceof TypeInfo.FixedLengthList list) {
            each("list" + list.size(), List.of(list.element()), this::type);
        } else if (type instanceof TypeInfo.MapOf map) {
            each("map", List.of(map.key(), map.value()), this::type);
        } else if (type instanceof TypeInfo.Handle handle) {
            each(handle.own() ? "own" : "borrow", List.of(handle.resource()), text::append);
        } else if (type instanceof TypeInfo.Stream stream) {
            each("stream", List.of(stream.element()), this::optional);
        } else if (type instanceof TypeInfo.Future future) {
            each("future", List.of(future.value()), this::optional);
        }
    }

    private void fields(String kind, List<TypeInfo.Field> fields) {
        each(kind, fields, field -> {
            text.append(field.name()).append(':');
            type(field.type());
        });
    }

    private void optional(Optional<TypeInfo> type) {
        type.ifPresentOrElse(this::type, () -> text.append('_'));
    }

    private <T> void each(String kind, List<T> parts, Consumer<? super T> part) {
        text.append(kind).append('(');
        for (int i = 0; i < parts.size(); i++) {
            text.append(i > 0 ? "," : "");
            part.accept(parts.get(i));
        }
        text.append(')');
    }
}
