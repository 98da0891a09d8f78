package dev.wit4j.maven.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an interface is made of, whatever its order, documentation and version. Types of other interfaces show the track of their
 * version.
 *
 * @param items each type and function as WIT text, by its name
 */
public record InterfaceShape(SortedMap<String, String> items) {
    /** Stands before the track of a type of another interface, {@code a:b/c@v1.d}. */
    static final String TRACK = "@";

    private static final Pattern TRACKS = Pattern.compile(TRACK + "\\w+");

    public InterfaceShape {
        items = new TreeMap<>(items);
    }

    /** Whether whoever asks for {@code needed} can use this: it has everything of it, and nothing of it differs. */
    public boolean isSupersetOf(InterfaceShape needed) {
        return needed.items.entrySet().stream().allMatch(item -> item.getValue().equals(items.get(item.getKey())));
    }

    /** The same as earlier indexes had it: without the tracks of types of other interfaces. */
    InterfaceShape withoutTracks() {
        var texts = new TreeMap<>(items);
        texts.replaceAll((name, text) -> TRACKS.matcher(text).replaceAll(""));
        return new InterfaceShape(texts);
    }

    /** How {@code other} differs, line by line: what is here alone begins with {@code -}, what is there alone with {@code +}. */
    public List<String> differenceTo(InterfaceShape other) {
        var names = new TreeMap<String, String>(items);
        names.putAll(other.items);
        List<String> lines = new ArrayList<>();
        for (String name : names.keySet()) {
            addDifference(lines, items.get(name), other.items.get(name));
        }
        return lines;
    }

    private static void addDifference(List<String> lines, @Nullable String here, @Nullable String there) {
        if (here != null && !here.equals(there)) {
            lines.add("- " + here);
        }
        if (there != null && !there.equals(here)) {
            lines.add("+ " + there);
        }
    }

    static InterfaceShape of(Map<String, String> items) {
        return new InterfaceShape(new TreeMap<>(items));
    }
}
