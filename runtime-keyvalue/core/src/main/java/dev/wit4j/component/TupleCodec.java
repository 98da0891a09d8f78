package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.List;
import java.util.function.Function;

/**
 * The codec of a {@code tuple}, which is taken apart and put together by functions. For those that the runtime has classes of
 * there are {@link TupleCodecs}.
 *
 * @param <T> the Java type of the tuple
 */
public final class TupleCodec<T> implements ValueCodec<T> {
    /** The members of a tuple on their way into its constructor, which knows their types. */
    public static final class Members {
        private final Object[] values;

        private Members(Object[] values) {
            this.values = values;
        }

        /** The member at {@code index}, from 0; of the type that its codec has. */
        @SuppressWarnings("unchecked")
        public <M> M get(int index) {
            return (M) values[index];
        }
    }

    private final List<ValueCodec<Object>> members;
    private final Function<T, List<Object>> apart;
    private final Function<Members, T> together;
    private final TypeInfo.Tuple type;
    private final boolean hasHandles;

    /**
     * A codec.
     *
     * @param members the codecs of the members
     * @param apart gives the members of a tuple
     * @param together makes a tuple of its members
     */
    @SuppressWarnings("unchecked")
    public TupleCodec(
            List<? extends ValueCodec<?>> members, Function<T, List<Object>> apart, Function<Members, T> together) {
        this.members = members.stream().map(codec -> (ValueCodec<Object>) codec).toList();
        this.apart = apart;
        this.together = together;
        this.type =
                new TypeInfo.Tuple(this.members.stream().map(ValueCodec::type).toList());
        this.hasHandles = members.stream().anyMatch(ValueCodec::hasHandles);
    }

    @Override
    public TypeInfo type() {
        return type;
    }

    @Override
    public void write(ValueWriter out, T value) {
        List<Object> values = apart.apply(value);
        out.beginTuple(type);
        for (int i = 0; i < values.size(); i++) {
            out.member(i);
            members.get(i).write(out, values.get(i));
        }
        out.endTuple();
    }

    @Override
    public T read(ValueReader in) {
        Object[] values = new Object[members.size()];
        in.beginTuple(type);
        for (int i = 0; i < values.length; i++) {
            in.member(i);
            values[i] = members.get(i).read(in);
        }
        in.endTuple();
        return together.apply(new Members(values));
    }

    @Override
    public T check(T value) {
        Object[] values = apart.apply(value).toArray();
        boolean same = true;
        for (int i = 0; i < values.length; i++) {
            Object checked = Checks.value(members.get(i), values[i], "member " + i);
            same &= checked == values[i];
            values[i] = checked;
        }
        return same ? value : together.apply(new Members(values));
    }

    @Override
    public boolean hasHandles() {
        return hasHandles;
    }

    @Override
    public T mapHandles(T value, HandleMapper mapper) {
        if (!hasHandles) {
            return value;
        }
        Object[] values = apart.apply(value).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = members.get(i).mapHandles(values[i], mapper);
        }
        return together.apply(new Members(values));
    }
}
