package dev.wit4j.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command was called with. */
final class Arguments {
    private final Map<Option, List<String>> values = new HashMap<>();
    private final List<Path> paths = new ArrayList<>();

    void add(Option option, String value) {
        values.computeIfAbsent(option, given -> new ArrayList<>()).add(value);
    }

    void add(Path path) {
        paths.add(path);
    }

    /** Whether it was given. */
    boolean has(Option option) {
        return values.containsKey(option);
    }

    /** The value of an option that is given at most once. */
    Optional<String> value(Option option) {
        return has(option) ? Optional.of(values(option).get(0)) : Optional.empty();
    }

    /** The values of an option, in their order; none if it was not given. */
    List<String> values(Option option) {
        return values.getOrDefault(option, List.of());
    }

    /** What is no option, in its order. */
    List<Path> paths() {
        return paths;
    }

    /** The first of what is no option. */
    Path path() {
        return paths.get(0);
    }
}
