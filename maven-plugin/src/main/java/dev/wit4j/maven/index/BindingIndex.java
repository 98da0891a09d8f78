package dev.wit4j.maven.index;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code META-INF/wit/index.json}: the WIT packages that a jar has Java classes of.
 *
 * @param format the version of this form; a reader refuses a later one
 * @param packages sorted by name
 */
public record BindingIndex(int format, List<PackageEntry> packages) {
    /** The form that is written. */
    public static final int FORMAT = 2;

    /** The form in which a shape did not say of which track the types of other interfaces are. */
    static final int FORMAT_WITHOUT_TRACKS = 1;

    public BindingIndex {
        packages = List.copyOf(packages);
    }

    /**
     * A WIT package.
     *
     * @param name {@code namespace:package@version}
     * @param files its files below {@code META-INF/wit/}
     * @param interfaces those that have Java classes in the jar, by their name without the package
     */
    public record PackageEntry(String name, List<String> files, Map<String, InterfaceEntry> interfaces) {
        public PackageEntry {
            files = List.copyOf(files);
            interfaces = new TreeMap<>(interfaces);
        }
    }

    /**
     * An interface.
     *
     * @param javaPackage where its classes are
     * @param shape each of its types and functions as WIT text, by its name
     * @param exceptions its types that have an exception beside them, sorted; null if an earlier wit4j did not note it
     * @param names the Java names that are not what a WIT name leads to, by the WIT name, {@code user} or {@code user.age}; null
     *     if an earlier wit4j did not note it
     */
    public record InterfaceEntry(
            String javaPackage,
            Map<String, String> shape,
            @Nullable List<String> exceptions,
            @Nullable Map<String, String> names) {
        public InterfaceEntry {
            shape = new TreeMap<>(shape);
            exceptions = exceptions == null ? null : List.copyOf(exceptions);
            names = names == null ? null : new TreeMap<>(names);
        }
    }
}
