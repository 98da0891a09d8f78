package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.Collections;
import java.util.List;

/** The codec of a {@code list}, of fixed length or not, of anything but bytes. */
final class ListCodec<T> implements ValueCodec<List<T>> {
    private final ValueCodec<T> element;
    private final TypeInfo type;

    ListCodec(ValueCodec<T> element) {
        this.element = element;
        this.type = new TypeInfo.ListOf(element.type());
    }

    ListCodec(ValueCodec<T> element, int size) {
        this.element = element;
        this.type = new TypeInfo.FixedLengthList(element.type(), size);
    }

    @Override
    public TypeInfo type() {
        return type;
    }

    @Override
    public void write(ValueWriter out, List<T> value) {
        checkSize(value);
        out.beginList(type, value.size());
        int index = 0;
        for (T item : value) {
            out.element(index++);
            element.write(out, item);
        }
        out.endList();
    }

    @Override
    public List<T> read(ValueReader in) {
        int size = in.beginList(type);
        List<T> list = size == 0 ? List.of() : elements(in, size);
        in.endList();
        return list;
    }

    private List<T> elements(ValueReader in, int size) {
        if (!element.type().hasContent()) {
            return copies(in, size);
        }
        if (PrimitiveList.backs(element.type())) {
            return PrimitiveList.read(element, in, size);
        }
        Object[] items = new Object[size];
        for (int i = 0; i < size; i++) {
            in.element(i);
            items[i] = element.read(in);
        }
        return listOf(items);
    }

    /** A type without content has one value: a list of very many of them takes no memory and, in canonical form, no reading. */
    private List<T> copies(ValueReader in, int size) {
        in.element(0);
        T only = element.read(in);
        for (int i = 1; i < size && !in.canonical(); i++) {
            in.element(i);
            element.read(in);
        }
        return Collections.nCopies(size, only);
    }

    @Override
    public List<T> check(List<T> value) {
        checkSize(value);
        if (value instanceof PrimitiveList<?> list && list.type() == element.type()) {
            return value;
        }
        if (!element.type().hasContent() && !value.isEmpty()) {
            return Collections.nCopies(value.size(), element.check(value.get(0)));
        }
        return checkElements(value);
    }

    private List<T> checkElements(List<T> value) {
        Object[] items = value.toArray();
        boolean same = true;
        for (int i = 0; i < items.length; i++) {
            try {
                T checked = element.check(cast(items[i]));
                same &= checked == items[i];
                items[i] = checked;
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("element " + i + ": " + e.getMessage(), e);
            } catch (NullPointerException e) {
                throw new NullPointerException("element " + i + ": " + e.getMessage());
            }
        }
        return same ? List.copyOf(value) : listOf(items);
    }

    @Override
    public boolean hasHandles() {
        return element.hasHandles();
    }

    @Override
    public List<T> mapHandles(List<T> value, HandleMapper mapper) {
        if (!hasHandles()) {
            return value;
        }
        Object[] items = value.toArray();
        for (int i = 0; i < items.length; i++) {
            items[i] = element.mapHandles(cast(items[i]), mapper);
        }
        return listOf(items);
    }

    private void checkSize(List<T> value) {
        if (type instanceof TypeInfo.FixedLengthList fixed && value.size() != fixed.size()) {
            throw new IllegalArgumentException(value.size() + " elements where a " + type + " has " + fixed.size());
        }
    }

    @SuppressWarnings("unchecked")
    private T cast(Object item) {
        return (T) item;
    }

    @SuppressWarnings("unchecked")
    private List<T> listOf(Object[] items) {
        return (List<T>) List.of(items);
    }
}
