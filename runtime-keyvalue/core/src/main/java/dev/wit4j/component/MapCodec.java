package dev.wit4j.component;

import dev.wit4j.value.MapOrder;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueException;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The codec of a {@code map}. A map that was checked or read is iterated in the order of its keys, whatever order it came in:
 * a program that loops over it does the same in every run.
 */
final class MapCodec<K, V> implements ValueCodec<Map<K, V>> {
    private final ValueCodec<K> key;
    private final ValueCodec<V> value;
    private final TypeInfo.MapOf type;
    private final Comparator<K> order;

    MapCodec(ValueCodec<K> key, ValueCodec<V> value) {
        this.key = key;
        this.value = value;
        this.type = new TypeInfo.MapOf(key.type(), value.type());
        this.order = MapOrder.of(key.type());
    }

    @Override
    public TypeInfo type() {
        return type;
    }

    @Override
    public void write(ValueWriter out, Map<K, V> map) {
        Map<K, V> ordered = check(map);
        out.beginMap(type, ordered.size());
        int index = 0;
        for (Map.Entry<K, V> entry : ordered.entrySet()) {
            out.key(index);
            key.write(out, entry.getKey());
            out.value(index++);
            value.write(out, entry.getValue());
        }
        out.endMap();
    }

    @Override
    public Map<K, V> read(ValueReader in) {
        int size = in.beginMap(type);
        TreeMap<K, V> entries = new TreeMap<>(order);
        for (int i = 0; i < size; i++) {
            in.key(i);
            K name = key.read(in);
            if (in.canonical() && i > 0 && order.compare(entries.lastKey(), name) >= 0) {
                throw new ValueException("key " + name + " of a " + type + " is out of order");
            }
            in.value(i);
            if (entries.put(name, value.read(in)) != null) {
                throw new ValueException("key " + name + " twice in a " + type);
            }
        }
        in.endMap();
        return new OrderedMap<>(this, entries);
    }

    @Override
    public Map<K, V> check(Map<K, V> map) {
        if (OrderedMap.isChecked(map, this)) {
            return map;
        }
        TreeMap<K, V> entries = new TreeMap<>(order);
        for (Map.Entry<K, V> entry : map.entrySet()) {
            K checkedKey = Checks.value(key, entry.getKey(), "a key");
            entries.put(checkedKey, checkValue(checkedKey, entry.getValue()));
        }
        return new OrderedMap<>(this, entries);
    }

    private V checkValue(K name, V item) {
        try {
            return Checks.value(value, item, "value");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("key " + name + ": " + e.getMessage(), e);
        } catch (NullPointerException e) {
            throw new NullPointerException("key " + name + ": " + e.getMessage());
        }
    }

    @Override
    public boolean hasHandles() {
        return value.hasHandles();
    }

    @Override
    public Map<K, V> mapHandles(Map<K, V> map, HandleMapper mapper) {
        if (!hasHandles()) {
            return map;
        }
        TreeMap<K, V> entries = new TreeMap<>(order);
        map.forEach((name, item) -> entries.put(name, value.mapHandles(item, mapper)));
        return new OrderedMap<>(this, entries);
    }
}
