package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The codec of a {@code flags} type: its values are sets that are iterated in the order of the flags.
 *
 * @param <F> the Java enum of the flags
 */
public final class FlagsCodec<F extends Enum<F>> implements ValueCodec<Set<F>> {
    private final TypeInfo.Flags type;
    private final Class<F> flag;
    private final List<F> flags;

    private FlagsCodec(TypeInfo.Flags type, Class<F> flag) {
        this.type = type;
        this.flag = flag;
        this.flags = List.of(flag.getEnumConstants());
        if (flags.size() != type.flags().size()) {
            throw new IllegalArgumentException(
                    flags.size() + " constants for the " + type.flags().size() + " flags of " + type);
        }
    }

    /** The constants of a Java enum stand for the flags, in their order. */
    public static <F extends Enum<F>> FlagsCodec<F> of(TypeInfo.Flags type, Class<F> flag) {
        return new FlagsCodec<>(type, flag);
    }

    @Override
    public TypeInfo.Flags type() {
        return type;
    }

    @Override
    public void write(ValueWriter out, Set<F> value) {
        var set = new BitSet(flags.size());
        value.forEach(one -> set.set(one.ordinal()));
        out.flags(type, set);
    }

    @Override
    public Set<F> read(ValueReader in) {
        BitSet set = in.flags(type);
        Set<F> value = EnumSet.noneOf(flag);
        set.stream().forEach(index -> value.add(flags.get(index)));
        return Collections.unmodifiableSet(value);
    }

    @Override
    public Set<F> check(Set<F> value) {
        return Checks.flags(flag, value, "");
    }
}
