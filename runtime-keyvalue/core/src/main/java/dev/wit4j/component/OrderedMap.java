package dev.wit4j.component;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An immutable map in the order of its keys. */
final class OrderedMap<K, V> extends AbstractMap<K, V> {
    private final MapCodec<K, V> codec;
    private final Map<K, V> entries;

    /** Takes {@code entries} over, which nobody else may hold, and which {@code codec} has checked. */
    OrderedMap(MapCodec<K, V> codec, TreeMap<K, V> entries) {
        this.codec = codec;
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** Whether {@code map} is one that {@code codec} has checked. */
    static boolean isChecked(Map<?, ?> map, MapCodec<?, ?> codec) {
        return map instanceof OrderedMap<?, ?> ordered && ordered.codec == codec;
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
