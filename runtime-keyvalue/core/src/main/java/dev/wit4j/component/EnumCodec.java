package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The codec of an {@code enum}.
 *
 * @param <E> the Java type of its cases
 */
public final class EnumCodec<E> implements ValueCodec<E> {
    private final TypeInfo.Enum type;
    private final List<E> values;
    private final ToIntFunction<E> index;

    private EnumCodec(TypeInfo.Enum type, List<E> values, ToIntFunction<E> index) {
        this.type = type;
        this.values = List.copyOf(values);
        this.index = index;
        if (values.size() != type.cases().size()) {
            throw new IllegalArgumentException(
                    values.size() + " values for the " + type.cases().size() + " cases of " + type);
        }
    }

    /** The constants of a Java enum stand for the cases, in their order. */
    public static <E extends Enum<E>> EnumCodec<E> of(TypeInfo.Enum type, Class<E> values) {
        return new EnumCodec<>(type, List.of(values.getEnumConstants()), E::ordinal);
    }

    /** For more cases than a Java enum can have: {@code index} is the place of a value among {@code values}. */
    public static <E> EnumCodec<E> of(TypeInfo.Enum type, List<E> values, ToIntFunction<E> index) {
        return new EnumCodec<>(type, values, index);
    }

    @Override
    public TypeInfo.Enum type() {
        return type;
    }

    @Override
    public void write(ValueWriter out, E value) {
        out.enumCase(type, index.applyAsInt(value));
    }

    @Override
    public E read(ValueReader in) {
        return values.get(in.enumCase(type));
    }
}
