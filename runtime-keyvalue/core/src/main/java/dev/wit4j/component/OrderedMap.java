package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An immutable map in the order of its keys. */
final class OrderedMap<K, V> extends AbstractMap<K, V> {
    private final TypeInfo keyType;
    private final Map<K, V> entries;

    /** Takes {@code entries} over, which nobody else may hold and which are in the order of {@code keyType}. */
    OrderedMap(TypeInfo keyType, TreeMap<K, V> entries) {
        this.keyType = keyType;
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** Whether {@code map} is such a map already, in the order of {@code keyType}. */
    static boolean isOrdered(Map<?, ?> map, TypeInfo keyType) {
        return map instanceof OrderedMap<?, ?> ordered && ordered.keyType.equals(keyType);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && entries.containsKey(key);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return key == null ? null : entries.get(key);
    }
}
