package dev.wit4j.codegen.name;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a Java class.
 *
 * @param packageName its package
 * @param simpleNames the simple names from the top-level class down to it
 */
public record JavaName(String packageName, List<String> simpleNames) {
    public JavaName {
        simpleNames = List.copyOf(simpleNames);
    }

    /** A top-level class. */
    public static JavaName of(String packageName, String simpleName) {
        return new JavaName(packageName, List.of(simpleName));
    }

    /** A class nested in this one. */
    public JavaName nested(String simpleName) {
        var names = new ArrayList<>(simpleNames);
        names.add(simpleName);
        return new JavaName(packageName, names);
    }

    /** The last of the simple names. */
    public String simpleName() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    /** The qualified name, dots throughout. */
    @Override
    public String toString() {
        return packageName + "." + String.join(".", simpleNames);
    }
}
