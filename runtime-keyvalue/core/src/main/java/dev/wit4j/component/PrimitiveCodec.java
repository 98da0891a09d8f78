package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The codec of a type that is one event. */
record PrimitiveCodec<T>(
        TypeInfo type, Consumer<T> range, BiConsumer<ValueWriter, T> writer, Function<ValueReader, T> reader)
        implements ValueCodec<T> {
    @Override
    public T check(T value) {
        range.accept(Objects.requireNonNull(value, () -> "a " + type));
        return value;
    }

    @Override
    public void write(ValueWriter out, T value) {
        writer.accept(out, check(value));
    }

    @Override
    public T read(ValueReader in) {
        return reader.apply(in);
    }
}
