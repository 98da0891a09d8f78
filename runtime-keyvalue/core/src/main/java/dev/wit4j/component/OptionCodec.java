package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.Optional;

/** The codec of an {@code option}. */
final class OptionCodec<T> implements ValueCodec<Optional<T>> {
    private final ValueCodec<T> some;
    private final TypeInfo.Option type;

    OptionCodec(ValueCodec<T> some) {
        this.some = some;
        this.type = new TypeInfo.Option(some.type());
    }

    @Override
    public TypeInfo type() {
        return type;
    }

    @Override
    public void write(ValueWriter out, Optional<T> value) {
        out.beginOption(type, value.isPresent());
        if (value.isPresent()) {
            some.write(out, value.get());
        }
        out.endOption();
    }

    @Override
    public Optional<T> read(ValueReader in) {
        Optional<T> value = in.beginOption(type) ? Optional.of(some.read(in)) : Optional.empty();
        in.endOption();
        return value;
    }

    @Override
    public Optional<T> check(Optional<T> value) {
        return mapped(value, value.map(some::check));
    }

    @Override
    public boolean hasHandles() {
        return some.hasHandles();
    }

    @Override
    public Optional<T> mapHandles(Optional<T> value, HandleMapper mapper) {
        return hasHandles() ? mapped(value, value.map(inner -> some.mapHandles(inner, mapper))) : value;
    }

    private static <T> Optional<T> mapped(Optional<T> before, Optional<T> after) {
        return before.isPresent() && before.get() == after.get() ? before : after;
    }
}
