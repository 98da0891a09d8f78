package dev.wit4j.keyvalue.bucket;

import dev.wit4j.component.ValueCodec;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.function.Function;

/**
 * Writes values in the form of others, which have a codec.
 *
 * @param codec of the form
 * @param form the form of a value
 * @param value the value of a form
 */
record FormCodec<T, F>(ValueCodec<F> codec, Function<T, F> form, Function<F, T> value) implements ValueCodec<T> {
    @Override
    public TypeInfo type() {
        return codec.type();
    }

    @Override
    public void write(ValueWriter out, T written) {
        codec.write(out, form.apply(written));
    }

    @Override
    public T read(ValueReader in) {
        return value.apply(codec.read(in));
    }
}
